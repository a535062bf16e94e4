import { l10n, window } from 'vscode';

import { type Lookup } from '../../accounts';
import { type Outcome } from '../../batch';
import { type PersonSearch } from '../../jobs/people/personSearch';
import { cleanOpenid, openidShape } from '../../openids';
import { hiddenText } from '../../ui/texts/cleaningTexts';
import { selectedText } from '../../ui/files/editorText';
import { CallRefused, Problem } from '../../ui/problems/problem';
import { ask } from '../../ui/asking/steps';
import { isCall, missing, targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.lookup`: `{ openid?, appId?, show? }` → the outcome, as data; never a secret. */
export function lookup(search: Pick<PersonSearch, 'find'>, show: (lookup: Lookup) => Promise<void>): Handler {
  return async (argument): Promise<Outcome> => {
    const target = targetOf(argument);
    const quiet = target.show === false;
    if (quiet && target.openid === undefined) throw missing('missingOpenid', 'openid');
    const given = target.openid ?? (await askForOpenid());
    const { openid, cleaned } = cleanOpenid(given);
    if (openid === '') throw nothingGiven(isCall(argument) && target.openid !== undefined);
    const hidden = hiddenText(given, openid, Object.fromEntries(cleaned.map(kind => [kind, 1])));
    if (hidden !== undefined && !quiet) void window.showInformationMessage(hidden);
    const found = await search.find(openid, { appId: target.appId, quiet });
    if (!quiet) await show(found);
    return found.outcome;
  };
}

function nothingGiven(isOfCall: boolean): Problem {
  const sentence = l10n.t('No openid was given. Paste one, such as {0}.', exampleOpenid);
  return isOfCall ? new CallRefused('invalidOpenid', sentence) : new Problem(sentence);
}

const exampleOpenid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

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
