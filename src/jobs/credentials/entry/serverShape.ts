import { l10n } from 'vscode';

import { type EnteredHeader } from '../../../accounts';
import { hasPassword, isPrivate } from '../../../wechat';

const longestAddress = 2_000;
/** The Credential Manager of Windows takes 2 560 bytes. */
const longestValue = 2_000;

/** Why a text cannot be the address of a token server; undefined for one that can. */
export function addressRefusal(text: string): string | undefined {
  const address = text.trim();
  if (address === '') return l10n.t('Type or paste the address of the token server.');
  if (!URL.canParse(address) || address.length > longestAddress)
    return l10n.t(
      'This is no address. It begins with https://, like https://tokens.example.com/wechat/token.',
    );
  const url = new URL(address);
  if (!isPrivate(url))
    return l10n.t(
      'The address must begin with https://, since the token travels there; plain http is accepted for this machine only.',
    );
  if (hasPassword(url))
    return l10n.t(
      'The address holds a user name or a password. Leave them out, and enter them as a header in the next step.',
    );
  return undefined;
}

/** `Authorization: Bearer …` in its parts; undefined for an empty text. */
export function headerIn(text: string): EnteredHeader | undefined {
  const [, name = '', value = ''] = /^\s*([^:]*?)\s*:\s*(.*?)\s*$/s.exec(text) ?? [];
  return name === '' ? undefined : { name, value };
}

export function headerRefusal(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const header = headerIn(text);
  if (!header || !/^[\w-]{1,100}$/.test(header.name))
    return l10n.t('A header has a name, a colon and a value, like Authorization: Bearer …');
  if (header.value === '') return l10n.t('The header has no value behind its colon.');
  if (!/^[\x20-\x7e]+$/.test(header.value) || header.value.length > longestValue)
    return l10n.t('The value of a header has letters, digits and signs of ASCII only, in one line.');
  if (/^(host|connection|content-(length|type)|transfer-encoding|accept)$/i.test(header.name))
    return l10n.t('The header {0} is set by itself. Enter the one that the server asks for.', header.name);
  return undefined;
}
