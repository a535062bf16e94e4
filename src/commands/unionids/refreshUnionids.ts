import { type AccountRegistry } from '../../accounts';
import { registeredAccount } from '../../jobs/accounts/registeredAccount';
import {
  askForTarget,
  type RefreshSources,
  type RefreshTarget,
} from '../../jobs/unionids/refresh/refreshTarget';
import { type UnionidRefresh } from '../../jobs/unionids/refresh/unionidRefresh';
import { type ListStore } from '../../lists';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.refreshUnionids`: an account, a batch or a list, or asks → old unionid, new unionid. */
export function refreshUnionids(
  sources: RefreshSources & { readonly registry: AccountRegistry; readonly lists: ListStore },
  refresh: Pick<UnionidRefresh, 'run'>,
): Handler {
  return async argument => refresh.run((await targetIn(argument, sources)) ?? (await askForTarget(sources)));
}

async function targetIn(
  argument: unknown,
  { registry, lists }: { readonly registry: AccountRegistry; readonly lists: ListStore },
): Promise<RefreshTarget | undefined> {
  const { batchId, listId, appId } = targetOf(argument);
  if (batchId !== undefined) return { kind: 'batch', batchId };
  if (listId !== undefined) return { kind: 'list', list: await lists.open(listId) };
  if (appId === undefined) return undefined;
  return { kind: 'account', account: await registeredAccount(registry, appId) };
}
