import { PairImporting } from '../../jobs/unionids/pairImport';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { importPairs } from './importPairs';

export type UnionidCommand = typeof commands.importPairs;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(bench: Workbench): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, imports } = bench;
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
  };
}
