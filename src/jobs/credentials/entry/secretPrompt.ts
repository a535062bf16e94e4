import { l10n } from 'vscode';

import { type Account, type AccountRegistry, keptSecretsOf, type SecretTrouble } from '../../../accounts';
import { inARow } from '../../../ui/texts/formats';
import { secretStoreSentence } from '../../../ui/problems/knownProblem';
import { ask, Cancelled } from '../../../ui/asking/steps';
import { storeLabel } from '../../../ui/texts/storeLabel';
import { cleanCredential, secretAdvice } from './credentialShape';
import { keepSecret } from '../secretKeeping';

/**
 * Asks for the AppSecret of an account whose secret is gone or cannot be read, and keeps it again. The account
 * itself is never lost with its secret.
 */
export async function promptForSecret(
  registry: AccountRegistry,
  account: Account,
  trouble: SecretTrouble,
): Promise<string> {
  const answer = await ask({
    title: l10n.t('AppSecret of {0} ({1})', account.name, account.appId),
    prompt:
      trouble.kind === 'gone'
        ? l10n.t(
            '{0} no longer holds it. Enter it again; the account is unchanged.',
            storeLabel(keptSecretsOf(account)[0]?.secretStore ?? 'vscode'),
          )
        : inARow(
            secretStoreSentence(trouble.failure),
            l10n.t('Enter the AppSecret again, or close this box and retry later.'),
          ),
    masked: true,
    check: text => (cleanCredential(text) === '' ? l10n.t('Type or paste the AppSecret.') : undefined),
    advise: secretAdvice,
  });
  if (typeof answer !== 'string') throw new Cancelled();
  const secret = cleanCredential(answer);
  await keepSecret(registry, place =>
    registry.replaceCredential(account, { kind: 'appSecret', secret }, place),
  );
  return secret;
}
