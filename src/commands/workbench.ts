import { type Memento } from 'vscode';

import {
  type AccountRegistry,
  type AccountStanding,
  type ActiveAccount,
  type Clients,
  type LearnedPrefixes,
  type LookupHistory,
  type NewestAnswers,
  type QuotaNotes,
  type TagNames,
  type Vault,
} from '../accounts';
import { type BatchStore } from '../batch';
import { type ChangeLog, type TagRunStore } from '../changes';
import { type LookupJob } from '../jobs/people/lookupJob';
import { type Profiles } from '../jobs/people/profiles';
import { type SharedIndex } from '../jobs/unionids/sharedIndex';
import { type ChangeSource, type Panels } from '../panels';
import { type ImportStore } from '../people';
import { type AccountsTree } from '../tree/accountsTree';
import { type ListSources } from '../tree/node';
import { type Log } from '../ui/log/log';
import { type Problems } from '../ui/problems/problems';

/** What the commands work with. */
export interface Workbench {
  readonly registry: AccountRegistry;
  readonly vault: Vault;
  readonly quotaNotes: QuotaNotes;
  readonly active: ActiveAccount;
  readonly standing: AccountStanding;
  readonly clients: Clients;
  readonly prefixes: LearnedPrefixes;
  readonly lookups: LookupHistory;
  readonly lookupJob: LookupJob;
  readonly profiles: Profiles;
  readonly batches: BatchStore;
  readonly lists: ListSources;
  readonly tree: Pick<AccountsTree, 'showMore'>;
  readonly panels: Panels;
  readonly tagNames: TagNames;
  readonly changes: ChangeSource;
  readonly changeLog: () => Promise<ChangeLog>;
  readonly tagRuns: () => Promise<TagRunStore>;
  readonly imports: () => Promise<ImportStore>;
  readonly people: () => Promise<SharedIndex>;
  readonly newest: Pick<NewestAnswers, 'of'>;
  readonly problems: Problems;
  readonly log: Log;
  /** The folder of all that the extension keeps in files. */
  readonly storageFolder: string;
  /** VS Code's memory of the workspace, for what may be forgotten. */
  readonly memento: Memento;
}
