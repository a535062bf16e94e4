import { l10n, window } from 'vscode';

import { type Lookup } from '../../accounts';
import { type Outcome } from '../../batch';
import { type PersonSearch } from '../../jobs/people/personSearch';
import { cleanOpenid } from '../../openids';
import { hiddenText } from '../../ui/texts/cleaningTexts';
import { CallRefused, Problem } from '../../ui/problems/problem';
import { isCall, missing, targetOf } from '../arguments';
import { type Handler } from '../command';
import { askForOpenid, exampleOpenid } from './askForOpenid';

/** `wechatOpenid.lookup`: `{ openid?, appId?, show? }` → the outcome, as data; never a secret. */
export function lookup(search: Pick<PersonSearch, 'find'>, show: (lookup: Lookup) => Promise<void>): Handler {
  return async (argument): Promise<Outcome> => {
    const target = targetOf(argument);
    const quiet = target.show === false;
    if (quiet && target.openid === undefined) throw missing('missingOpenid', 'openid');
    const given = target.openid ?? (await askForOpenid(l10n.t('Look Up OpenID')));
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
