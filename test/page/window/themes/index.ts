import { highContrast, highContrastLight } from './highContrast';
import { darkModern, lightModern } from './modern';
import { dark, light } from './of2026';

export { type Theme } from './theme';

/** VS Code's own themes leave optional colours out: neither `dark` nor `light` has a `widget-border`. */
export const themes = { dark, light, darkModern, lightModern, highContrast, highContrastLight };
export type ThemeName = keyof typeof themes;
