import { l10n } from 'vscode';

import { type Person } from '../../people';

/** What does not add up about one person. */
export function personNotes({ accounts }: Person, nameOf: (appId: string) => string): string[] {
  const appIds = accounts.map(({ appId }) => appId);
  const twice = new Set(appIds.filter((appId, at) => appIds.indexOf(appId) !== at));
  return [
    ...[...twice].map(appId =>
      l10n.t('Two openids of {0} have this unionid: a row of an import may have shifted.', nameOf(appId)),
    ),
    ...accounts
      .filter(({ olderUnionids }) => olderUnionids.length > 0)
      .map(({ appId, openid, olderUnionids }) =>
        l10n.t(
          '{0} of {1} had another unionid: {2}. Either the account was bound to another Open Platform account, or rows have shifted.',
          openid,
          nameOf(appId),
          olderUnionids.join(', '),
        ),
      ),
  ];
}
