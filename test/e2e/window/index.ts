export { eventually } from './eventually';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
