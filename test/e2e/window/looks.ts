import { isWhole } from '../../form';

export const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export type Locale = 'en' | 'zh-cn' | 'zh-tw';

export interface Look {
  readonly name: string;
  readonly theme: Theme;
  readonly locale: Locale;
}

/** In what pictures are taken. */
export const looks = [
  { name: 'light', theme: 'light', locale: 'en' },
  { name: 'dark', theme: 'dark', locale: 'en' },
  { name: 'hc-dark', theme: 'hc-dark', locale: 'en' },
  { name: 'zh-cn', theme: 'light', locale: 'zh-cn' },
] as const satisfies readonly Look[];

/** For pages that the tests of pages see in every theme: the others by `npm run prove`. */
export const fewLooks = isWhole ? looks : looks.filter(({ name }) => name === 'light' || name === 'zh-cn');

/** And in what else by `npm run prove`: each look takes half a minute. */
export const moreLooks = [
  { name: 'hc-light', theme: 'hc-light', locale: 'en' },
  { name: 'zh-tw', theme: 'dark', locale: 'zh-tw' },
] as const satisfies readonly Look[];

/** VS Code's own language packs are not on npm; this is what one would set before the page loads. */
export const displayLanguage = 'globalThis._VSCODE_NLS_LANGUAGE';

export function displayLanguageScript(locale: Locale): string {
  return `${displayLanguage} = '${locale}'`;
}
