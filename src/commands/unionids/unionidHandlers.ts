import { type Account } from '../../accounts';
import { type BatchJob } from '../../jobs/batches/batchJob';
import { MappingExport } from '../../jobs/unionids/mapping/mappingExport';
import { PairImporting } from '../../jobs/unionids/pairImport';
import { PeoplePages } from '../../jobs/unionids/peoplePages';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { PersonProfiles } from '../../jobs/unionids/personProfiles';
import { ChangesExport } from '../../jobs/unionids/refresh/changesExport';
import { RefreshedPage } from '../../jobs/unionids/refresh/refreshedPage';
import { UnionidRefresh } from '../../jobs/unionids/refresh/unionidRefresh';
import { type SharedIndex } from '../../jobs/unionids/sharedIndex';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { compareAccounts } from './compareAccounts';
import { exportMapping } from './exportMapping';
import { findPerson } from './findPerson';
import { importPairs } from './importPairs';
import { openPeople } from './openPeople';
import { refreshUnionids } from './refreshUnionids';

export type UnionidCommand =
  | typeof commands.importPairs
  | typeof commands.findPerson
  | typeof commands.exportMapping
  | typeof commands.refreshUnionids
  | typeof commands.openPeople
  | typeof commands.compareAccounts;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(
  bench: Workbench,
  known: SharedIndex,
  job: Pick<BatchJob, 'run'>,
  isReady: (account: Account) => Promise<boolean>,
): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, batches, imports, panels, memento, problems, clients } = bench;
  const { store: lists } = bench.lists;
  const page = new RefreshedPage(panels, new ChangesExport(memento), problems);
  const refresh = new UnionidRefresh({ known, registry, batches, lists, clients, job, isReady, page });
  const profiles = new PersonProfiles(bench.newest, batches, bench.tagNames);
  const pages = new PeoplePages(registry, known, imports, panels, profiles, problems);
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
    [commands.findPerson]: findPerson(new PersonFinder(known, imports), registry, panels),
    [commands.exportMapping]: exportMapping(new MappingExport(known, imports, registry, memento, problems)),
    [commands.refreshUnionids]: refreshUnionids({ registry, batches, lists }, refresh),
    [commands.openPeople]: openPeople(pages),
    [commands.compareAccounts]: compareAccounts(pages, registry),
  };
}
