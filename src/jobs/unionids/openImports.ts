import { ImportStore, type ImportStoreOptions } from '../../people';

/** The imports that are kept in a folder. */
export function openImports(folder: string, options: ImportStoreOptions): ImportStore {
  return new ImportStore(folder, options);
}
