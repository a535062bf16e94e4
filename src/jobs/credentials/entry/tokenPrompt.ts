import { l10n } from 'vscode';

import { type Account, type Clients, type TokenTrouble } from '../../../accounts';
import { ask, Cancelled } from '../../../ui/asking/steps';
import { cleanToken, tokenAdvice, tokenRefusal } from './tokenShape';
import { type TokenOwner } from '../tokenOwner';

/** Asks for an access token of an account whose tokens are pasted. It goes nowhere but to the one who needs it. */
export async function promptForToken(
  owner: Pick<TokenOwner, 'other'>,
  clients: Pick<Clients, 'trial'>,
  account: Account,
  trouble: TokenTrouble,
): Promise<string> {
  let prompt =
    trouble === 'absent'
      ? l10n.t(
          'Paste an access token. It is kept in memory only, until WeChat refuses it or this window closes.',
        )
      : l10n.t('WeChat no longer takes the access token of this account. Paste a new one to go on.');
  for (;;) {
    const answer = await ask({
      title: l10n.t('Access Token of {0} ({1})', account.name, account.appId),
      prompt,
      masked: true,
      check: tokenRefusal,
      advise: tokenAdvice,
    });
    if (typeof answer !== 'string') throw new Cancelled();
    const token = cleanToken(answer);
    const other = await owner.other(
      account.appId,
      clients.trial(account.appId, { kind: 'accessToken', token }),
    );
    if (!other) return token;
    prompt = l10n.t(
      'That token belongs to {0} ({1}): WeChat answers with openids of that account. Paste one of this account.',
      other.name,
      other.appId,
    );
  }
}
