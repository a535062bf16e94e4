export { type EnrichingFault, NotEnrichable } from './notEnrichable';
export { type Addition, type Place, type Reading, type Value } from './place';
export { isProfileColumn, type ProfileColumn, profileColumns, valueOf } from './profileColumns';
export { readByName, readSheets } from './readFile';
