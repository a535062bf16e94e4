import { l10n, window } from 'vscode';

import { type TagBook } from '../../jobs/changes/tagBook';
import { makeTag } from '../../jobs/changes/tagName';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { plainText } from '../../ui/texts/plainText';
import { isCall } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.createTag`: in an account. */
export function createTag(pick: AccountPicker, book: TagBook): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Create a tag in which account?'));
    const { id, name } = await makeTag(account, book, { isOfCall: isCall(argument) });
    void window.showInformationMessage(
      l10n.t('{0} has the tag "{1}" now (id {2}).', account.name, plainText(name), id),
    );
  };
}
