import { PairImporting } from '../../jobs/unionids/pairImport';
import { PeoplePages } from '../../jobs/unionids/peoplePages';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { PersonProfiles } from '../../jobs/unionids/personProfiles';
import { type SharedIndex } from '../../jobs/unionids/sharedIndex';
import { commands } from '../../manifest';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { compareAccounts } from './compareAccounts';
import { findPerson } from './findPerson';
import { importPairs } from './importPairs';
import { openPeople } from './openPeople';

export type UnionidCommand =
  | typeof commands.importPairs
  | typeof commands.findPerson
  | typeof commands.openPeople
  | typeof commands.compareAccounts;

/** The commands about who is who across accounts. Loaded when the first of them is called. */
export function unionidHandlers(
  bench: Workbench,
  index: SharedIndex,
): Readonly<Record<UnionidCommand, Handler>> {
  const { registry, prefixes, imports, panels, problems } = bench;
  const profiles = new PersonProfiles(bench.newest, bench.batches, bench.tagNames);
  const pages = new PeoplePages(registry, index, imports, panels, profiles, problems);
  return {
    [commands.importPairs]: importPairs(new PairImporting(registry, prefixes, imports)),
    [commands.findPerson]: findPerson(new PersonFinder(index, imports), registry, panels),
    [commands.openPeople]: openPeople(pages),
    [commands.compareAccounts]: compareAccounts(pages, registry),
  };
}
