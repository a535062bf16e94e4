import { usesApi } from '../accounts';
import { prefixLesson } from '../jobs/accounts/prefixLesson';
import { secretNeeded } from '../jobs/accounts/quietly';
import { registeredAccount } from '../jobs/accounts/registeredAccount';
import { AccountReporter } from '../jobs/reports/accountReporter';
import { AddProfiles } from '../jobs/files/addProfiles';
import { CredentialCheck } from '../jobs/credentials/credentialCheck';
import { HistoryRemoval, type KeptChanges } from '../jobs/history/historyRemoval';
import { TokenOwner } from '../jobs/credentials/tokenOwner';
import { Browse } from '../jobs/lists/browse';
import { Compare } from '../jobs/lists/compare';
import { ListFetch } from '../jobs/lists/listFetch';
import { ListSides } from '../jobs/lists/listSides';
import { WalkJob } from '../jobs/lists/walkJob';
import { type KeptProfile } from '../jobs/people/profiles';
import { keptImports } from '../jobs/unionids/keptImports';
import { commands } from '../manifest';
import { closeAllPages } from '../panels/closeAll';
import { lazily } from '../ui/lazily';
import { accountPicker } from './accountPicker';
import { type Askers } from './askers';
import { type ChangeCommand } from './changes/changeHandlers';
import { addAccount } from './credentials/addAccount';
import { batchFetch } from './batches/batchFetch';
import { checkBatch } from './batches/checkBatch';
import { cancelBatch } from './batches/cancelBatch';
import { checkAccount } from './reports/checkAccount';
import { clearApiQuota } from './credentials/clearApiQuota';
import { clearHistory } from './history/clearHistory';
import { type Handlers } from './command';
import { addProfilesToFile } from './files/addProfilesToFile';
import { interactive } from './interactive';
import { copyOpenid } from './people/copyOpenid';
import { copyProfile } from './people/copyProfile';
import { copyUnionid } from './people/copyUnionid';
import { decodeResponse } from './reports/decodeResponse';
import { editAccount } from './credentials/editAccount';
import { explainError } from './reports/explainError';
import { exportBatch } from './batches/exportBatch';
import { forceNewAccessToken } from './credentials/forceNewAccessToken';
import { lookup } from './people/lookup';
import { lookupSelection } from './people/lookupSelection';
import { lookUpRequestByRid } from './reports/lookUpRequestByRid';
import { browseBlacklist } from './lists/browseBlacklist';
import { browseFollowers } from './lists/browseFollowers';
import { compareLists } from './lists/compareLists';
import { exportList } from './lists/exportList';
import { fetchProfilesOfList } from './lists/fetchProfilesOfList';
import { listPicker } from './lists/pickList';
import { refreshTags } from './lists/refreshTags';
import { removeList } from './lists/removeList';
import { resumeList } from './lists/resumeList';
import { showMore } from './lists/showMore';
import { keepFollowerListForMigration } from './migration/keepFollowerListForMigration';
import { openBatch } from './batches/openBatch';
import { openProfile } from './people/openProfile';
import { batchPicker } from './batches/pickBatch';
import { refresh } from './history/refresh';
import { forCallers } from './rejections';
import { removeAccount } from './credentials/removeAccount';
import { removeBatch } from './batches/removeBatch';
import { reportIssue } from './reports/reportIssue';
import { recheckNotFollowing, resumeBatch, retryFailed } from './batches/runBatchAgain';
import { setActiveAccount } from './credentials/setActiveAccount';
import { showLog } from './reports/showLog';
import { type UnionidCommand } from './unionids/unionidHandlers';
import { type Workbench } from './workbench';

/** What is asked of the user in the middle of a call, which a command began. */
export { promptForSecret } from '../jobs/credentials/entry/secretPrompt';
export { promptForToken } from '../jobs/credentials/entry/tokenPrompt';
export { TrustedHosts } from '../jobs/credentials/trustedHosts';
export { TokenOwner };
export { askersOf } from './askers';

function keptChanges({ tagRuns, changeLog }: Workbench): KeptChanges {
  return {
    count: async appId => (await (await tagRuns()).runs()).filter(({ head }) => head.appId === appId).length,
    async remove(appId) {
      await (await changeLog()).forget(appId);
      await (await tagRuns()).removeAllOf(appId);
    },
  };
}

/** One handler for each command of the manifest. */
export function commandHandlers(bench: Workbench, askers: Askers): Handlers {
  const { registry, clients, prefixes, lookups, batches, profiles, panels, problems } = bench;
  const { isReady, choice, batchJob, batchStart, explainer } = askers;
  const accounts = { registry, active: bench.active, standing: bench.standing };
  const account = accountPicker(accounts);
  /** One that calls can be made with. */
  const caller = accountPicker(accounts, usesApi);
  const demandReady = async (appId: string) => {
    const of = await registeredAccount(registry, appId);
    if (!(await isReady(of))) throw secretNeeded(of);
  };
  const show = (found: KeptProfile) => panels.profiles.show(found);
  const batch = batchPicker(batches, problems);
  const showBatch = (batchId: string, openid?: string) => panels.batches.show(batchId, { openid });
  const showSaved = async (batchId: string, [openid, second]: readonly string[]) => {
    const only = second === undefined ? await profiles.find({ batchId, openid }) : undefined;
    if (only) await show(only);
    else await showBatch(batchId);
  };
  const learn = prefixLesson(clients, prefixes, isReady);
  const { store: lists, tags } = bench.lists;
  const list = listPicker(lists);
  const walks = new WalkJob(lists, clients, prefixes, problems);
  const browse = new Browse(lists, walks, clients, prefixes, tags, isReady);
  const sides = new ListSides(lists, batches);
  const addProfiles = new AddProfiles(batchStart, batchJob, bench.tagNames, bench.memento, problems);
  const history = new HistoryRemoval(
    lookups,
    batches,
    panels.batches,
    lists,
    keptChanges(bench),
    keptImports(bench.imports),
    async () => {
      (await panels.people()).closeAll();
      (await bench.people()).removed();
    },
  );
  const check = new CredentialCheck(clients, new TokenOwner(registry, prefixes), bench.log);
  const reporterOf = (of: { readonly appId: string; readonly name: string }) =>
    new AccountReporter(of, {
      account: appId => registeredAccount(registry, appId),
      vault: bench.vault,
      clients,
      quotaNotes: bench.quotaNotes,
      onRequest: entry => bench.log.request(entry),
      onFollowers: (appId, { openids, total }) => void prefixes.learnFollowers(appId, openids, total),
    });
  const edit = editAccount(account, registry, bench.vault, clients, check);
  const lookUp = lookup(askers.search, show);
  const changing = lazily(async () => {
    const { changeHandlers } = await import('./changes/changeHandlers');
    return changeHandlers(bench, choice, caller);
  });
  const change = (command: ChangeCommand) =>
    interactive(async (...args) => (await changing())[command](...args));
  const joining = lazily(async () => {
    const { unionidHandlers } = await import('./unionids/unionidHandlers');
    return unionidHandlers(bench, await bench.people(), batchJob, isReady);
  });
  const join = (command: UnionidCommand) =>
    interactive(async (...args) => (await joining())[command](...args));
  const handlers: Handlers = {
    [commands.addAccount]: interactive(addAccount(registry, clients, check, edit, learn)),
    [commands.editAccount]: interactive(edit),
    [commands.removeAccount]: interactive(removeAccount(account, registry, clients, history)),
    [commands.checkAccount]: interactive(checkAccount(account, panels, reporterOf, problems)),
    [commands.setActiveAccount]: setActiveAccount(caller, bench.active),
    [commands.lookup]: lookUp,
    [commands.lookupSelection]: interactive(lookupSelection(batchStart, lookUp)),
    [commands.batchFetch]: batchFetch(batchStart),
    [commands.addProfilesToFile]: interactive(addProfilesToFile(addProfiles)),
    [commands.importPairs]: join(commands.importPairs),
    [commands.findPerson]: join(commands.findPerson),
    [commands.exportMapping]: join(commands.exportMapping),
    [commands.refreshUnionids]: join(commands.refreshUnionids),
    [commands.openPeople]: join(commands.openPeople),
    [commands.compareAccounts]: join(commands.compareAccounts),
    [commands.cancelBatch]: cancelBatch(batch, batches, batchJob),
    [commands.resumeBatch]: resumeBatch(batch, batches, batchJob, showBatch, demandReady),
    [commands.retryFailed]: retryFailed(batch, batches, batchJob, showBatch, demandReady),
    [commands.recheckNotFollowing]: recheckNotFollowing(batch, batches, batchJob, showBatch, demandReady),
    [commands.removeBatch]: interactive(removeBatch(batch, batches, history, problems)),
    [commands.exportBatch]: interactive(
      exportBatch(batch, batches, bench.tagNames, batchId => panels.batches.shownRows(batchId)),
    ),
    [commands.checkBatch]: interactive(checkBatch(batch, batches, problems)),
    [commands.openBatch]: interactive(openBatch(batch, showBatch)),
    [commands.openProfile]: interactive(openProfile(profiles, show)),
    [commands.copyOpenid]: copyOpenid(),
    [commands.copyUnionid]: copyUnionid(profiles),
    [commands.copyProfile]: copyProfile(profiles),
    [commands.browseFollowers]: interactive(browseFollowers(caller, browse, bench.tagNames)),
    [commands.browseBlacklist]: interactive(browseBlacklist(caller, browse)),
    [commands.resumeList]: interactive(resumeList(list, walks)),
    [commands.fetchProfilesOfList]: interactive(
      fetchProfilesOfList(list, registry, new ListFetch(lists, sides, batchStart)),
    ),
    [commands.compareLists]: interactive(compareLists(new Compare(sides, panels, bench.tagNames, problems))),
    [commands.exportList]: interactive(exportList(list, lists)),
    [commands.removeList]: interactive(removeList(list, lists)),
    [commands.refreshTags]: interactive(refreshTags(caller, tags)),
    [commands.showMore]: interactive(showMore(nodeId => bench.tree.showMore(nodeId))),
    [commands.editRemark]: change(commands.editRemark),
    [commands.tagPeople]: change(commands.tagPeople),
    [commands.untagPeople]: change(commands.untagPeople),
    [commands.createTag]: change(commands.createTag),
    [commands.renameTag]: change(commands.renameTag),
    [commands.showTaggingResults]: change(commands.showTaggingResults),
    [commands.translateMigratedOpenids]: change(commands.translateMigratedOpenids),
    [commands.keepFollowerListForMigration]: interactive(keepFollowerListForMigration(caller, lists, browse)),
    [commands.refresh]: refresh(registry),
    [commands.clearHistory]: interactive(clearHistory(account, history)),
    [commands.removeEverything]: interactive(async (...args) => {
      const { removeEverything } = await import('./history/removeEverything');
      return removeEverything({ ...bench, lists, closePanels: closeAllPages })(...args);
    }),
    [commands.clearApiQuota]: interactive(clearApiQuota(caller, clients)),
    [commands.forceNewAccessToken]: interactive(forceNewAccessToken(caller, clients)),
    [commands.decodeResponse]: decodeResponse({
      batches,
      explainer,
      start: batchStart,
      problems,
      show: showSaved,
    }),
    [commands.explainError]: explainError(explainer),
    [commands.lookUpRequestByRid]: interactive(lookUpRequestByRid(caller, clients, panels)),
    [commands.showLog]: interactive(showLog(bench.log)),
    [commands.reportIssue]: interactive(reportIssue(bench.log)),
  };
  return forCallers(handlers, problems);
}
