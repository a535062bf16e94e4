export const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export type Locale = 'en' | 'zh-cn' | 'zh-tw';

/** VS Code's own language packs are not on npm; this is what one would set before the page loads. */
export function displayLanguageScript(locale: Locale): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = '${locale}'`;
}
