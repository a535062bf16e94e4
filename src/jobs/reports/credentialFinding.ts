import { l10n } from 'vscode';

import { type Account, type Clients, type KeptSecret, SecretStoreFailure, type Vault } from '../../accounts';
import { hostOfAddress } from '../../ui/texts/credentialTexts';
import { inARow } from '../../ui/texts/formats';
import { secretStoreSentence } from '../../ui/problems/knownProblem';
import { storeLabel } from '../../ui/texts/storeLabel';
import { type SecretFinding } from './accountReport';

interface Sources {
  readonly vault: Vault;
  readonly clients: Pick<Clients, 'holdsPastedToken'>;
}

/** Whether the account has what it calls WeChat with: read from its store without asking anybody for it. */
export async function credentialFinding(account: Account, sources: Sources): Promise<SecretFinding> {
  const found = await findingOfCredential(account, sources);
  const { appId, relay } = account;
  if (!relay) return found;
  const header = await findingOf(appId, relay, sources.vault);
  const host = hostOfAddress(relay.origin);
  const detail = l10n.t('Header {0} for {1}: {2}', relay.name, host, header.detail);
  return { verdict: worse(found.verdict, header.verdict), detail: inARow(found.detail, detail) };
}

async function findingOfCredential(
  { appId, credential }: Account,
  { vault, clients }: Sources,
): Promise<SecretFinding> {
  switch (credential.kind) {
    case 'appSecret':
      return findingOf(appId, credential, vault);
    case 'tokenServer': {
      const server = l10n.t('Access tokens come from: {0}', hostOfAddress(credential.address));
      const { header, query } = credential;
      const address = query && (await findingOf(appId, query, vault));
      const sent = header && (await findingOf(appId, header, vault));
      return {
        verdict: worse(address?.verdict ?? 'pass', sent?.verdict ?? 'pass'),
        detail: inARow(
          `${server}.`,
          address && l10n.t('The part of its address behind "?": {0}', address.detail),
          sent && l10n.t('Header {0}: {1}', header.name, sent.detail),
        ),
      };
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

function worse(one: SecretFinding['verdict'], another: SecretFinding['verdict']): SecretFinding['verdict'] {
  return one === 'fail' ? one : another;
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
