import { l10n } from 'vscode';

import { type Account, type Clients, type KeptSecret, SecretStoreFailure, type Vault } from '../../accounts';
import { hostOfAddress } from '../../ui/texts/credentialTexts';
import { inARow } from '../../ui/texts/formats';
import { secretStoreSentence } from '../../ui/problems/problems';
import { storeLabel } from '../../ui/texts/storeLabel';
import { type SecretFinding } from './accountReport';

interface Sources {
  readonly vault: Vault;
  readonly clients: Pick<Clients, 'holdsPastedToken'>;
}

/** Whether the account has what its access tokens are got by: read from its store without asking anybody for it. */
export async function credentialFinding(
  { appId, credential }: Account,
  { vault, clients }: Sources,
): Promise<SecretFinding> {
  switch (credential.kind) {
    case 'appSecret':
      return findingOf(appId, credential, vault);
    case 'tokenServer': {
      const server = l10n.t('Access tokens come from: {0}', hostOfAddress(credential.address));
      if (!credential.header) return { verdict: 'pass', detail: `${server}.` };
      const { name } = credential.header;
      const found = await findingOf(appId, credential.header, vault);
      return { ...found, detail: inARow(`${server}.`, l10n.t('Header {0}: {1}', name, found.detail)) };
    }
    case 'accessToken':
      return clients.holdsPastedToken(appId)
        ? { verdict: 'pass', detail: l10n.t('This window holds one that was pasted, in memory only.') }
        : {
            verdict: 'fail',
            detail: l10n.t(
              'None was pasted in this window. You are asked for one at the next look-up, or paste one by editing the account.',
            ),
          };
    case 'none':
      return { verdict: 'pass', detail: l10n.t('Does not use the API of WeChat.') };
  }
}

async function findingOf(appId: string, kept: KeptSecret, vault: Vault): Promise<SecretFinding> {
  const store = storeLabel(kept.secretStore);
  try {
    return (await vault.read({ appId, ...kept })) === undefined
      ? { verdict: 'fail', detail: l10n.t('{0} no longer holds it. Enter it again.', store) }
      : { verdict: 'pass', detail: l10n.t('It can be read. Kept in: {0}', store) };
  } catch (error) {
    if (!(error instanceof SecretStoreFailure)) throw error;
    return { verdict: 'fail', detail: secretStoreSentence(error) };
  }
}
