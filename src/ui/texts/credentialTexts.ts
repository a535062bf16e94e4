import { l10n } from 'vscode';

import { type Account, type Credential, type CredentialKind } from '../../accounts';
import { storeLabel } from './storeLabel';

/** What a kind of credential is called in lists. */
export function credentialLabel(kind: CredentialKind): string {
  switch (kind) {
    case 'appSecret':
      return l10n.t('AppSecret');
    case 'tokenServer':
      return l10n.t('Token server');
    case 'accessToken':
      return l10n.t('Access token');
    case 'none':
      return l10n.t('No API');
  }
}

/** The host of a token server alone: a query may hold what is nobody's business. */
export function hostOfAddress(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '?';
}

/** How an account comes by its access tokens, one line each. */
export function credentialLines({ credential, relay }: Pick<Account, 'credential' | 'relay'>): string[] {
  const relayLine =
    relay &&
    l10n.t(
      'Header {0} for {1} kept in: {2}',
      relay.name,
      hostOfAddress(relay.origin),
      storeLabel(relay.secretStore),
    );
  return [...linesOf(credential), ...(relayLine === undefined ? [] : [relayLine])];
}

function linesOf(credential: Credential): string[] {
  switch (credential.kind) {
    case 'appSecret':
      return [l10n.t('AppSecret kept in: {0}', storeLabel(credential.secretStore))];
    case 'tokenServer': {
      const { address, header } = credential;
      const server = l10n.t('Access tokens come from: {0}', hostOfAddress(address));
      return header
        ? [server, l10n.t('Header {0} kept in: {1}', header.name, storeLabel(header.secretStore))]
        : [server];
    }
    case 'accessToken':
      return [l10n.t('The access token is pasted, and kept in memory only.')];
    case 'none':
      return [l10n.t('Does not use the API of WeChat.')];
  }
}
