/** Languages that labels and explanations exist in; named as VS Code names its display languages. */
export type DisplayLanguage = 'en' | 'zh-cn' | 'zh-tw';

/** WeChat's `lang` parameter. It has almost no effect since profiles lost their place names. */
export type WeChatLang = 'zh_CN' | 'zh_TW' | 'en';

/** One text in every language. */
export type Localized = Readonly<Record<DisplayLanguage, string>>;

/** Maps VS Code's `env.language` (any locale) to a language that labels exist in. */
export function displayLanguage(locale: string): DisplayLanguage {
  const lower = locale.toLowerCase();
  if (/^zh-(tw|hk|mo|hant)/.test(lower)) return 'zh-tw';
  return lower.startsWith('zh') ? 'zh-cn' : 'en';
}

export function localized(en: string, zhCn: string, zhTw: string): Localized {
  return { en, 'zh-cn': zhCn, 'zh-tw': zhTw };
}
