import { l10n } from 'vscode';

import { isUsableAppId } from '../accounts';

/** Spaces, line breaks, quotes and invisible characters come along when credentials are copied. */
export function cleanCredential(text: string): string {
  return text.replace(/[\s"'`“”‘’\u200b-\u200f\u2060\ufeff]/g, '');
}

/** Why a text cannot be an AppID; undefined for one that can. What people paste by mistake is told apart. */
export function appIdRefusal(text: string): string | undefined {
  const appId = cleanCredential(text);
  if (appId === '') return l10n.t('Type or paste the AppID.');
  if (/^gh_/i.test(appId)) {
    return l10n.t('This is an original ID (gh_…). The AppID begins with "wx"; it stands in the console under development keys.');
  }
  if (/^ww/.test(appId)) return l10n.t('This is a WeCom corp ID (ww…). An Official Account has an AppID that begins with "wx".');
  if (/^o[\w-]{27}$/.test(appId)) return l10n.t('This looks like an openid. The AppID begins with "wx" and has 18 characters.');
  if (/^[0-9a-f]{32}$/i.test(appId)) return l10n.t('This looks like an AppSecret. The AppID comes first.');
  if (!isUsableAppId(appId)) return l10n.t('An AppID has letters and digits only.');
  return undefined;
}

export function appIdAdvice(text: string): string | undefined {
  if (/^wx[0-9a-f]{16}$/.test(cleanCredential(text))) return undefined;
  return l10n.t('AppIDs are usually "wx" and 16 lower-case hexadecimal digits. WeChat will judge it.');
}

export function secretAdvice(text: string): string | undefined {
  const secret = cleanCredential(text);
  if (secret === '' || /^[0-9a-f]{32}$/.test(secret)) return undefined;
  return l10n.t('AppSecrets are usually 32 lower-case hexadecimal digits. WeChat will judge it.');
}
