import { isWhole } from '../../../form';
import { highContrast, highContrastLight } from './highContrast';
import { darkModern, lightModern } from './modern';
import { dark, light } from './of2026';

export { type Theme } from './theme';

/** VS Code's own themes leave optional colours out: neither `dark` nor `light` has a `widget-border`. */
export const themes = { dark, light, darkModern, lightModern, highContrast, highContrastLight };
export type ThemeName = keyof typeof themes;

/** Those in which pages are looked at for what keeps people out; the short form takes one of each kind. */
export const lookedAt: readonly ThemeName[] = isWhole
  ? (Object.keys(themes) as ThemeName[])
  : ['dark', 'highContrastLight'];
