import { PairImporting } from '../../jobs/unionids/pairImport';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { findPerson } from './findPerson';
import { importPairs } from './importPairs';

export type UnionidCommand = typeof commands.importPairs | typeof commands.findPerson;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(bench: Workbench): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, batches, lookups, imports, panels } = bench;
  const finder = new PersonFinder(registry, batches, lookups, imports);
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
    [commands.findPerson]: findPerson(finder, registry, panels),
  };
}
