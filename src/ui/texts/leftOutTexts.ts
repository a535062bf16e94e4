import { l10n } from 'vscode';

import { type LeftOut, type LeftOutKind } from '../../openids';
import { countText } from './formats';

/** What was left out because its name says that it is something else, in words. */
export function leftOutText(leftOut: readonly LeftOut[]): string {
  return leftOut
    .map(({ kind, count }) => itemText(kind, count))
    .join(l10n.t({ message: ', ', comment: 'Between the items of an enumeration' }));
}

function itemText(kind: LeftOutKind, count: number): string {
  const number = countText(count);
  switch (kind) {
    case 'unionid':
      return count === 1 ? l10n.t('1 unionid') : l10n.t('{0} unionids', number);
    case 'appid':
      return count === 1 ? l10n.t('1 AppID') : l10n.t('{0} AppIDs', number);
    case 'secret':
      return count === 1 ? l10n.t('1 secret') : l10n.t('{0} secrets', number);
    case 'sessionKey':
      return count === 1 ? l10n.t('1 session key') : l10n.t('{0} session keys', number);
    case 'token':
      return count === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', number);
    case 'ticket':
      return count === 1 ? l10n.t('1 ticket') : l10n.t('{0} tickets', number);
    case 'otherColumn':
      return count === 1
        ? l10n.t('1 value of another column')
        : l10n.t('{0} values of other columns', number);
    case 'notOpenid':
      return count === 1
        ? l10n.t('1 value that cannot be an openid')
        : l10n.t('{0} values that cannot be openids', number);
  }
}

/** The line of a text in which this place is, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
