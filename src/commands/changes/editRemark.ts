import { l10n, window } from 'vscode';

import { type Account } from '../../accounts';
import { bytesOf, isRemarkTooLong, mostBytes } from '../../changes';
import { askConsent } from '../../jobs/changes/consent';
import { type KnownPeople, type KnownPerson } from '../../jobs/changes/knownPeople';
import { type RemarkJob } from '../../jobs/changes/remarkJob';
import { bytesText } from '../../jobs/changes/tagName';
import { type AccountChoice } from '../../jobs/accounts/accountChoice';
import { cleanOpenid } from '../../openids';
import { ask } from '../../ui/asking/steps';
import { withProgress } from '../../ui/asking/progress';
import { countText } from '../../ui/texts/formats';
import { Hint } from '../../ui/problems/problem';
import { plainText } from '../../ui/texts/plainText';
import { shortOpenid } from '../../ui/texts/shortOpenid';
import { timeAgo } from '../../ui/texts/timeAgo';
import { isCall, targetOf } from '../arguments';
import { type Handler } from '../command';
import { askForOpenid } from '../people/askForOpenid';

/** `wechatOpenid.editRemark`: of a profile, a row, a node, or an openid that is asked for. */
export function editRemark(
  choice: Pick<AccountChoice, 'for'>,
  known: KnownPeople,
  remarks: RemarkJob,
): Handler {
  return async argument => {
    const { openid: given, appId } = targetOf(argument);
    const { openid } = cleanOpenid(given ?? (await askForOpenid(l10n.t('Edit Remark'))));
    if (openid === '') throw new Hint(l10n.t('Type or paste an openid.'));
    const { account } = await choice.for(openid, { appId });
    const person = (await known.of(account.appId, [openid])).get(openid);
    const before = person?.remark ?? '';
    const remark = await askForRemark(openid, account, person);
    if (person && remark === before)
      throw new Hint(
        l10n.t(
          'Nothing is changed: this is the remark that was known {0}. Where it was changed elsewhere since, refresh the profile first.',
          timeAgo(person.at),
        ),
      );
    const consent = await askConsent({
      message:
        remark === ''
          ? l10n.t('Remove the remark of this follower of {0}?', plainText(account.name))
          : l10n.t('Change the remark of this follower of {0}?', plainText(account.name)),
      detail: [
        openid,
        l10n.t('Old: {0}', person ? shownRemark(before) : l10n.t('not known here')),
        l10n.t('New: {0}', shownRemark(remark)),
      ].join('\n'),
      choices: [remark === '' ? l10n.t('Remove Remark') : l10n.t('Change Remark')],
      people: 1,
      isOfCall: isCall(argument),
    });
    await withProgress(l10n.t('Changing a remark ({0})', account.name), signal =>
      remarks.run(consent, { account, openid, remark }, signal),
    );
    void window.showInformationMessage(
      remark === ''
        ? l10n.t('The remark of {0} is removed.', openid)
        : l10n.t('The remark of {0} is "{1}" now.', openid, plainText(remark)),
    );
  };
}

async function askForRemark(
  openid: string,
  account: Account,
  person: KnownPerson | undefined,
): Promise<string> {
  const before = person?.remark ?? '';
  const now = person
    ? l10n.t('Old: {0} ({1})', shownRemark(before), timeAgo(person.at))
    : l10n.t('What the remark is now is not known: no profile is kept here.');
  const removal = before === '' ? [] : [l10n.t('The empty remark removes it.')];
  const answer = await ask({
    title: l10n.t('Edit Remark of {0} ({1})', shortOpenid(openid), plainText(account.name)),
    prompt: text => [bytesText(text), now, ...removal].join(' · '),
    value: before,
    check: text =>
      isRemarkTooLong(text)
        ? l10n.t(
            '{0} bytes: WeChat takes at most {1}. A Chinese character is three.',
            countText(bytesOf(text)),
            countText(mostBytes),
          )
        : undefined,
  });
  return typeof answer === 'string' ? answer : '';
}

function shownRemark(remark: string): string {
  return remark === '' ? l10n.t('none') : `"${plainText(remark)}"`;
}
