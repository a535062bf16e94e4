import { l10n } from 'vscode';

import { isUsableAppId } from '../../../accounts';
import { looksLike } from '../../../wechat';

/** Spaces, line breaks, quotes and invisible characters come along when credentials are copied. */
export function cleanCredential(text: string): string {
  return text.replace(/[\s"'`“”‘’\u200b-\u200f\u2060\ufeff]/g, '');
}

/** Why a text cannot be an AppID; undefined for one that can. What people paste by mistake is told apart. */
export function appIdRefusal(text: string): string | undefined {
  const appId = cleanCredential(text);
  if (appId === '') return l10n.t('Type or paste the AppID.');
  switch (looksLike(appId)) {
    case 'originalId':
      return l10n.t(
        'This is an original ID (gh_…). The AppID begins with "wx" and is under development keys in the console.',
      );
    case 'corpId':
      return l10n.t('This is a WeCom corp ID (ww…). An Official Account has an AppID that begins with "wx".');
    case 'openid':
      return l10n.t('This looks like an openid. An AppID begins with "wx" and has 18 characters.');
    case 'appSecret':
      return l10n.t('This looks like an AppSecret. The AppID comes first.');
    case 'appId':
      return undefined;
    case 'unknown':
      return isUsableAppId(appId) ? undefined : l10n.t('An AppID has letters and digits only.');
  }
}

export function appIdAdvice(text: string): string | undefined {
  if (looksLike(cleanCredential(text)) === 'appId') return undefined;
  return l10n.t('AppIDs are usually "wx" and 16 lower-case hexadecimal digits. WeChat will check it.');
}

export function secretAdvice(text: string): string | undefined {
  const secret = cleanCredential(text);
  if (secret === '' || looksLike(secret) === 'appSecret') return undefined;
  return l10n.t('AppSecrets are usually 32 lower-case hexadecimal digits. WeChat will check it.');
}
