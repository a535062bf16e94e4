import { type Memento } from 'vscode';

import {
  type Account,
  type AccountRegistry,
  type AccountStanding,
  type ActiveAccount,
  type Clients,
  type LearnedPrefixes,
  type LookupHistory,
  type QuotaNotes,
  type TagNames,
  usesApi,
  type Vault,
} from '../accounts';
import { type BatchStore } from '../batch';
import { AccountChoice } from '../jobs/credentials/accountChoice';
import { prefixLesson } from '../jobs/credentials/prefixLesson';
import { secretNeeded } from '../jobs/credentials/quietly';
import { registeredAccount } from '../jobs/credentials/registeredAccount';
import { AccountReporter } from '../jobs/reports/accountReporter';
import { BatchJob } from '../jobs/batches/batchJob';
import { BatchStart } from '../jobs/batches/batchStart';
import { AddProfiles } from '../jobs/files/addProfiles';
import { CredentialCheck } from '../jobs/credentials/credentialCheck';
import { ErrorExplainer } from '../jobs/reports/errorExplainer';
import { HistoryRemoval } from '../jobs/history/historyRemoval';
import { ListDivision } from '../jobs/batches/listDivision';
import { TokenOwner } from '../jobs/credentials/tokenOwner';
import { needsNobody } from '../jobs/credentials/readiness';
import { EveryAccount } from '../jobs/people/everyAccount';
import { type LookupJob } from '../jobs/people/lookupJob';
import { PersonSearch } from '../jobs/people/personSearch';
import { type KeptProfile, type Profiles } from '../jobs/people/profiles';
import { commands } from '../manifest';
import { type Panels } from '../panels';
import { type Log } from '../ui/log/log';
import { type Problems } from '../ui/problems/problems';
import { accountPicker } from './accountPicker';
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

/** What is asked of the user in the middle of a call, which a command began. */
export { promptForSecret } from '../jobs/credentials/secretPrompt';
export { promptForToken } from '../jobs/credentials/tokenPrompt';
export { TokenOwner };

/** What the commands work with. */
export interface Workbench {
  readonly registry: AccountRegistry;
  readonly vault: Vault;
  readonly quotaNotes: QuotaNotes;
  readonly active: ActiveAccount;
  readonly standing: AccountStanding;
  readonly clients: Clients;
  readonly prefixes: LearnedPrefixes;
  readonly lookups: LookupHistory;
  readonly lookupJob: LookupJob;
  readonly profiles: Profiles;
  readonly batches: BatchStore;
  readonly panels: Panels;
  readonly tagNames: TagNames;
  readonly problems: Problems;
  readonly log: Log;
  /** VS Code's memory of the workspace, for what may be forgotten. */
  readonly memento: Memento;
}

/** One handler for each command of the manifest. */
export function commandHandlers(bench: Workbench): Handlers {
  const { registry, clients, prefixes, lookups, batches, profiles, panels, problems } = bench;
  const accounts = { registry, active: bench.active, standing: bench.standing };
  const isReady = (of: Account) => needsNobody(of, bench);
  const every = new EveryAccount(bench.lookupJob, isReady);
  const choice = new AccountChoice(accounts, prefixes, every);
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
  const explainer = new ErrorExplainer(registry);
  const batchJob = new BatchJob(batches, clients, prefixes, problems);
  const division = new ListDivision(registry, prefixes, choice, every);
  const batchStart = new BatchStart(choice, division, clients, isReady, batches, batchJob, showBatch);
  const addProfiles = new AddProfiles(batchStart, batchJob, bench.tagNames, bench.memento, problems);
  const history = new HistoryRemoval(lookups, batches, panels.batches);
  const check = new CredentialCheck(clients, new TokenOwner(registry, prefixes, clients), bench.log);
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
  const lookUp = lookup(new PersonSearch(choice, every, bench.lookupJob), show);
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
    [commands.refresh]: refresh(registry),
    [commands.clearHistory]: interactive(clearHistory(account, history)),
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
