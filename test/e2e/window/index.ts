export { assertAccessible } from './checks/axe';
export { eventually } from './checks/eventually';
export { assertFits } from './checks/fits';
export { Terminal, terminalSettings } from './parts/terminal';
export { useWindow } from './useWindow';
export { type VSCodeWindow } from './vscodeWindow';
