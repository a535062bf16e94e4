export { readBlocks } from './blocks';
export { ClockTrust } from './clockTrust';
export { errorCode, unless } from './fileError';
export { type FileLayer, type FileStat, nodeFiles, type OpenFile } from './fileLayer';
export { MemoryFiles } from './memoryFiles';
export { patiently } from './patience';
export { keepWhole, remove, removeSurely, removeTemporaries, writeWhole } from './wholeFile';
