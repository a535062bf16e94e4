import {
  type AccountRegistry,
  type ActiveAccount,
  type Clients,
  type Lookup,
  type LearnedPrefixes,
  type LookupHistory,
  type QuotaNotes,
  type TagNames,
  type Vault,
} from '../accounts';
import { type BatchStore } from '../batch';
import { type AccountChoice } from '../jobs/accountChoice';
import { AccountReporter } from '../jobs/accountReporter';
import { BatchJob } from '../jobs/batchJob';
import { BatchStart } from '../jobs/batchStart';
import { CredentialCheck } from '../jobs/credentialCheck';
import { ErrorExplainer } from '../jobs/errorExplainer';
import { HistoryRemoval } from '../jobs/historyRemoval';
import { ListDivision } from '../jobs/listDivision';
import { type LookupJob } from '../jobs/lookupJob';
import { type Profiles } from '../jobs/profiles';
import { commands } from '../manifest';
import { type Panels } from '../panels';
import { type Log } from '../ui/log';
import { type AccountPicker, pickAccount } from '../ui/pickAccount';
import { type Problems } from '../ui/problems';
import { addAccount } from './addAccount';
import { targetOf } from './arguments';
import { batchFetch } from './batchFetch';
import { cancelBatch } from './cancelBatch';
import { checkAccount } from './checkAccount';
import { clearApiQuota } from './clearApiQuota';
import { clearHistory } from './clearHistory';
import { type Handlers } from './command';
import { copyOpenid } from './copyOpenid';
import { copyProfile } from './copyProfile';
import { copyUnionid } from './copyUnionid';
import { decodeResponse } from './decodeResponse';
import { editAccount } from './editAccount';
import { explainError } from './explainError';
import { exportBatch } from './exportBatch';
import { forceNewAccessToken } from './forceNewAccessToken';
import { lookup } from './lookup';
import { lookupSelection } from './lookupSelection';
import { lookUpRequestByRid } from './lookUpRequestByRid';
import { openBatch } from './openBatch';
import { openProfile } from './openProfile';
import { batchPicker } from './pickBatch';
import { refresh } from './refresh';
import { removeAccount } from './removeAccount';
import { removeBatch } from './removeBatch';
import { reportIssue } from './reportIssue';
import { recheckNotFollowing, resumeBatch, retryFailed } from './runBatchAgain';
import { setActiveAccount } from './setActiveAccount';
import { showLog } from './showLog';

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
  const account: AccountPicker = (argument, placeHolder) => {
    const { appId } = targetOf(argument);
    return appId === undefined ? pickAccount(registry, bench.active, placeHolder) : choice.named(appId);
  };
  const show = (found: Lookup) => panels.profiles.show(found);
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
  const check = new CredentialCheck(clients, bench.log);
  const reporterOf = (of: { readonly appId: string; readonly name: string }) =>
    new AccountReporter(of, {
      account: appId => choice.named(appId),
      vault: bench.vault,
      clients,
      quotaNotes: bench.quotaNotes,
      onRequest: entry => bench.log.request(entry),
    });
  const edit = editAccount(account, registry, clients, check);
  const lookUp = lookup(choice, bench.lookupJob, show);
  return {
    [commands.addAccount]: addAccount(registry, check, edit),
    [commands.editAccount]: edit,
    [commands.removeAccount]: removeAccount(account, registry, clients, history),
    [commands.checkAccount]: checkAccount(account, panels, reporterOf, problems),
    [commands.setActiveAccount]: setActiveAccount(account, bench.active),
    [commands.lookup]: lookUp,
    [commands.lookupSelection]: lookupSelection(batchStart, lookUp),
    [commands.batchFetch]: batchFetch(batchStart),
    [commands.cancelBatch]: cancelBatch(batch, batches, batchJob),
    [commands.resumeBatch]: resumeBatch(batch, batches, batchJob, showBatch),
    [commands.retryFailed]: retryFailed(batch, batches, batchJob, showBatch),
    [commands.recheckNotFollowing]: recheckNotFollowing(batch, batches, batchJob, showBatch),
    [commands.removeBatch]: removeBatch(batch, batches, history, problems),
    [commands.exportBatch]: exportBatch(batch, batches, bench.tagNames),
    [commands.openBatch]: openBatch(batch, showBatch),
    [commands.openProfile]: openProfile(profiles, show),
    [commands.copyOpenid]: copyOpenid(),
    [commands.copyUnionid]: copyUnionid(profiles),
    [commands.copyProfile]: copyProfile(profiles),
    [commands.refresh]: refresh(registry),
    [commands.clearHistory]: clearHistory(account, history),
    [commands.clearApiQuota]: clearApiQuota(account, clients),
    [commands.forceNewAccessToken]: forceNewAccessToken(account, clients),
    [commands.decodeResponse]: decodeResponse(batches, explainer, showSaved),
    [commands.explainError]: explainError(explainer),
    [commands.lookUpRequestByRid]: lookUpRequestByRid(account, clients, panels),
    [commands.showLog]: showLog(bench.log),
    [commands.reportIssue]: reportIssue(bench.log),
  };
}
