import { l10n } from 'vscode';

import { looksLike } from '../../../wechat';
import { cleanCredential } from './credentialShape';

/** Those of today have 136 characters and more, older ones 107. */
const shortest = 64;
const longest = 2_048;

/** The token in what was pasted: bare, quoted, or in WeChat's whole answer. */
export function cleanToken(text: string): string {
  const [, inAnswer] = /["']?access_?token["']?\s*[:=]\s*["']?([^"'&,}\s]+)/i.exec(text) ?? [];
  return cleanCredential(inAnswer ?? text);
}

export function tokenRefusal(text: string): string | undefined {
  const token = cleanToken(text);
  if (token === '') return l10n.t('Paste an access token.');
  if (looksLike(token) === 'appSecret')
    return l10n.t('This looks like an AppSecret. Choose AppSecret in place of access token to enter it.');
  // Whatever it is, it would not survive as a part of an address.
  if (!/^[\x21-\x7e]+$/.test(token) || token.length > longest)
    return l10n.t('This is no access token: one has letters, digits, - and _ only. Copy it again.');
  return undefined;
}

export function tokenAdvice(text: string): string | undefined {
  const { length } = cleanToken(text);
  return length === 0 || length >= shortest
    ? undefined
    : l10n.t(
        'Access tokens have more than 100 characters, and this one has {0}: it may be cut off. WeChat will check it.',
        length,
      );
}
