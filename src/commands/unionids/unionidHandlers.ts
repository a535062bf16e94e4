import { KnownPeople } from '../../jobs/unionids/knownPeople';
import { MappingExport } from '../../jobs/unionids/mapping/mappingExport';
import { PairImporting } from '../../jobs/unionids/pairImport';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { exportMapping } from './exportMapping';
import { findPerson } from './findPerson';
import { importPairs } from './importPairs';

export type UnionidCommand =
  typeof commands.importPairs | typeof commands.findPerson | typeof commands.exportMapping;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(bench: Workbench): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, batches, lookups, imports, panels, memento, problems } = bench;
  const known = new KnownPeople(registry, batches, lookups, imports);
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
    [commands.findPerson]: findPerson(new PersonFinder(known), registry, panels),
    [commands.exportMapping]: exportMapping(new MappingExport(known, registry, memento, problems)),
  };
}
