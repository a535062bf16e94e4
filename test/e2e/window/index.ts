export { eventually } from './eventually';
export { type OpenedWindow, openWindow, type Theme, type WindowOptions } from './openWindow';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
