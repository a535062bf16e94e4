import { type Account } from '../../accounts';
import { type BatchJob } from '../../jobs/batches/batchJob';
import { KnownPeople } from '../../jobs/unionids/knownPeople';
import { MappingExport } from '../../jobs/unionids/mapping/mappingExport';
import { PairImporting } from '../../jobs/unionids/pairImport';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { ChangesExport } from '../../jobs/unionids/refresh/changesExport';
import { RefreshedPage } from '../../jobs/unionids/refresh/refreshedPage';
import { UnionidRefresh } from '../../jobs/unionids/refresh/unionidRefresh';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { exportMapping } from './exportMapping';
import { findPerson } from './findPerson';
import { importPairs } from './importPairs';
import { refreshUnionids } from './refreshUnionids';

export type UnionidCommand =
  | typeof commands.importPairs
  | typeof commands.findPerson
  | typeof commands.exportMapping
  | typeof commands.refreshUnionids;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(
  bench: Workbench,
  job: Pick<BatchJob, 'run'>,
  isReady: (account: Account) => Promise<boolean>,
): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, batches, lookups, imports, panels, memento, problems, clients } = bench;
  const { store: lists } = bench.lists;
  const known = new KnownPeople(registry, batches, lookups, imports, lists);
  const page = new RefreshedPage(panels, new ChangesExport(memento), problems);
  const refresh = new UnionidRefresh({ known, registry, batches, lists, clients, job, isReady, page });
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
    [commands.findPerson]: findPerson(new PersonFinder(known), registry, panels),
    [commands.exportMapping]: exportMapping(new MappingExport(known, registry, memento, problems)),
    [commands.refreshUnionids]: refreshUnionids({ registry, batches, lists }, refresh),
  };
}
