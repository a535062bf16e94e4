import { l10n, window } from 'vscode';

import { type Account, type Lookup } from '../../accounts';
import { type Outcome } from '../../batch';
import { type AccountChoice } from '../../jobs/credentials/accountChoice';
import { type LookupJob } from '../../jobs/people/lookupJob';
import { cleanOpenid, openidShape } from '../../openids';
import { hiddenText } from '../../ui/cleaningTexts';
import { selectedText } from '../../ui/editorText';
import { Problem } from '../../ui/problem';
import { withProgress } from '../../ui/progress';
import { ask } from '../../ui/steps';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.lookup`: `{ openid?, appId?, show? }` → the outcome, as data; never a secret. */
export function lookup(
  choice: AccountChoice,
  job: LookupJob,
  show: (lookup: Lookup) => Promise<void>,
): Handler {
  return async (argument): Promise<Outcome> => {
    const target = targetOf(argument);
    const given = target.openid ?? (await askForOpenid());
    const { openid, cleaned } = cleanOpenid(given);
    if (openid === '')
      throw new Problem(l10n.t('No openid was given. Paste one, such as {0}.', exampleOpenid));
    const hidden = hiddenText(given, openid, Object.fromEntries(cleaned.map(kind => [kind, 1])));
    if (hidden !== undefined) void window.showInformationMessage(hidden);
    const account = await choice.for(openid, target.appId);
    const found = await lookUpWithProgress(job, account, openid);
    if (target.show !== false) await show(found);
    return found.outcome;
  };
}

export function lookUpWithProgress(job: LookupJob, account: Account, openid: string): Promise<Lookup> {
  return withProgress(l10n.t('Asking WeChat about {0} ({1})', openid, account.name), signal =>
    job.run(account, openid, signal),
  );
}

export const exampleOpenid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

async function askForOpenid(): Promise<string> {
  const answer = await ask({
    title: l10n.t('Look Up OpenID'),
    prompt: l10n.t('Paste an openid. Quotes, commas and spaces around it do not matter.'),
    placeholder: exampleOpenid,
    value: openidAtHand(),
    check: text => (cleanOpenid(text).openid === '' ? l10n.t('Type or paste an openid.') : undefined),
    advise: text =>
      openidShape(cleanOpenid(text).openid) === 'odd'
        ? l10n.t(
            'This does not look like an openid (28 characters that begin with "o"). WeChat will be asked all the same.',
          )
        : undefined,
  });
  return typeof answer === 'string' ? answer : '';
}

/** The openid in the selection or under the cursor, as a proposal. */
function openidAtHand(): string {
  try {
    const { openid, shape } = cleanOpenid(selectedText().text.slice(0, 200));
    return shape === 'usual' ? openid : '';
  } catch (error) {
    if (error instanceof Problem) return '';
    throw error;
  }
}
