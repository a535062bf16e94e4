import {
  type Account,
  type AccountRegistry,
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
import { type AccountChoice } from '../jobs/credentials/accountChoice';
import { AccountReporter } from '../jobs/reports/accountReporter';
import { BatchJob } from '../jobs/batches/batchJob';
import { BatchStart } from '../jobs/batches/batchStart';
import { CredentialCheck } from '../jobs/credentials/credentialCheck';
import { ErrorExplainer } from '../jobs/reports/errorExplainer';
import { HistoryRemoval } from '../jobs/history/historyRemoval';
import { ListDivision } from '../jobs/batches/listDivision';
import { TokenOwner } from '../jobs/credentials/tokenOwner';
import { type LookupJob } from '../jobs/people/lookupJob';
import { type KeptProfile, type Profiles } from '../jobs/people/profiles';
import { commands } from '../manifest';
import { type Panels } from '../panels';
import { type Log } from '../ui/log';
import { type AccountPicker, pickAccount } from '../ui/pickAccount';
import { type Problems } from '../ui/problems';
import { addAccount } from './credentials/addAccount';
import { targetOf } from './arguments';
import { batchFetch } from './batches/batchFetch';
import { checkBatch } from './batches/checkBatch';
import { cancelBatch } from './batches/cancelBatch';
import { checkAccount } from './reports/checkAccount';
import { clearApiQuota } from './credentials/clearApiQuota';
import { clearHistory } from './history/clearHistory';
import { type Handlers } from './command';
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
  readonly clients: Clients;
  readonly choice: AccountChoice;
  readonly prefixes: LearnedPrefixes;
  readonly lookups: LookupHistory;
  readonly lookupJob: LookupJob;
  readonly profiles: Profiles;
  readonly batches: BatchStore;
  readonly panels: Panels;
  readonly tagNames: TagNames;
  readonly problems: Problems;
  readonly log: Log;
}

/** One handler for each command of the manifest. */
export function commandHandlers(bench: Workbench): Handlers {
  const { registry, clients, choice, prefixes, lookups, batches, profiles, panels, problems } = bench;
  const picker =
    (accepts?: (account: Account) => boolean): AccountPicker =>
    (argument, placeHolder) => {
      const { appId } = targetOf(argument);
      return appId === undefined
        ? pickAccount(registry, bench.active, placeHolder, accepts)
        : choice.named(appId);
    };
  const account = picker();
  /** One that calls can be made with. */
  const caller = picker(usesApi);
  const show = (found: KeptProfile) => panels.profiles.show(found);
  const batch = batchPicker(batches, problems);
  const showBatch = (batchId: string, openid?: string) => panels.batches.show(batchId, { openid });
  const showSaved = async (batchId: string, [openid, second]: readonly string[]) => {
    const only = second === undefined ? await profiles.find({ batchId, openid }) : undefined;
    if (only) await show(only);
    else await showBatch(batchId);
  };
  const explainer = new ErrorExplainer(registry);
  const batchJob = new BatchJob(batches, clients, prefixes, problems);
  const division = new ListDivision(registry, prefixes, choice);
  const batchStart = new BatchStart(choice, division, clients, batches, batchJob, showBatch);
  const history = new HistoryRemoval(lookups, batches, panels.batches);
  const check = new CredentialCheck(clients, new TokenOwner(registry, prefixes, clients), bench.log);
  const reporterOf = (of: { readonly appId: string; readonly name: string }) =>
    new AccountReporter(of, {
      account: appId => choice.named(appId),
      vault: bench.vault,
      clients,
      quotaNotes: bench.quotaNotes,
      onRequest: entry => bench.log.request(entry),
    });
  const edit = editAccount(account, registry, bench.vault, clients, check);
  const lookUp = lookup(choice, bench.lookupJob, show);
  return {
    [commands.addAccount]: addAccount(registry, clients, check, edit),
    [commands.editAccount]: edit,
    [commands.removeAccount]: removeAccount(account, registry, clients, history),
    [commands.checkAccount]: checkAccount(account, panels, reporterOf, problems),
    [commands.setActiveAccount]: setActiveAccount(caller, bench.active),
    [commands.lookup]: lookUp,
    [commands.lookupSelection]: lookupSelection(batchStart, lookUp),
    [commands.batchFetch]: batchFetch(batchStart),
    [commands.cancelBatch]: cancelBatch(batch, batches, batchJob),
    [commands.resumeBatch]: resumeBatch(batch, batches, batchJob, showBatch),
    [commands.retryFailed]: retryFailed(batch, batches, batchJob, showBatch),
    [commands.recheckNotFollowing]: recheckNotFollowing(batch, batches, batchJob, showBatch),
    [commands.removeBatch]: removeBatch(batch, batches, history, problems),
    [commands.exportBatch]: exportBatch(batch, batches, bench.tagNames, batchId =>
      panels.batches.shownRows(batchId),
    ),
    [commands.checkBatch]: checkBatch(batch, batches, problems),
    [commands.openBatch]: openBatch(batch, showBatch),
    [commands.openProfile]: openProfile(profiles, show),
    [commands.copyOpenid]: copyOpenid(),
    [commands.copyUnionid]: copyUnionid(profiles),
    [commands.copyProfile]: copyProfile(profiles),
    [commands.refresh]: refresh(registry),
    [commands.clearHistory]: clearHistory(account, history),
    [commands.clearApiQuota]: clearApiQuota(caller, clients),
    [commands.forceNewAccessToken]: forceNewAccessToken(caller, clients),
    [commands.decodeResponse]: decodeResponse({
      batches,
      explainer,
      start: batchStart,
      problems,
      show: showSaved,
    }),
    [commands.explainError]: explainError(explainer),
    [commands.lookUpRequestByRid]: lookUpRequestByRid(caller, clients, panels),
    [commands.showLog]: showLog(bench.log),
    [commands.reportIssue]: reportIssue(bench.log),
  };
}
