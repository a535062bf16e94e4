export { assertAccessible } from './axe';
export { eventually } from './eventually';
export { assertFits } from './fits';
export { Terminal, terminalSettings } from './terminal';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
