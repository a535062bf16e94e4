export { eventually } from './eventually';
export { type Locale, type Theme } from './looks';
export { type OpenedWindow, openWindow, type WindowOptions } from './openWindow';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
