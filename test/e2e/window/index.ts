export { assertAccessible } from './axe';
export { eventually } from './eventually';
export { assertFits } from './fits';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
