import { l10n, window } from 'vscode';

import { isSystemTag } from '../../changes';
import { type TagBook } from '../../jobs/changes/tagBook';
import { pickTag, tagOfId } from '../../jobs/changes/tagChoice';
import { giveOtherName } from '../../jobs/changes/tagName';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { Problem } from '../../ui/problems/problem';
import { plainText } from '../../ui/texts/plainText';
import { isCall, targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.renameTag`: of a tag node, or one that is picked. */
export function renameTag(pick: AccountPicker, book: TagBook): Handler {
  return async argument => {
    const { tagId } = targetOf(argument);
    const account = await pick(argument, l10n.t('Rename a tag of which account?'));
    const tag =
      tagId === undefined
        ? await pickTag(account, book, { placeHolder: l10n.t('Rename which tag?'), ownOnly: true })
        : await tagOfId(account, book, tagId);
    if (isSystemTag(tag.id))
      throw new Problem(
        l10n.t('"{0}" is one of WeChat\'s own tags, which nobody can rename (45058).', plainText(tag.name)),
      );
    const name = await giveOtherName(account, book, tag, isCall(argument));
    void window.showInformationMessage(
      l10n.t('The tag "{0}" of {1} is called "{2}" now.', plainText(tag.name), account.name, plainText(name)),
    );
  };
}
