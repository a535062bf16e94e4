import { l10n } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { registeredAccount } from '../../jobs/accounts/registeredAccount';
import { type ListFetch } from '../../jobs/lists/listFetch';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

/** `wechatOpenid.fetchProfilesOfList`: of all in a kept list, of the new ones, or of a sample. */
export function fetchProfilesOfList(
  pick: ListPicker,
  registry: AccountRegistry,
  fetch: Pick<ListFetch, 'run'>,
): Handler {
  return async argument => {
    const list = await pick(argument, { placeHolder: l10n.t('Fetch the profiles of which list?') });
    await fetch.run(await registeredAccount(registry, list.appId), list);
  };
}
