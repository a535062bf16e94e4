import { KnownPeople } from '../../jobs/changes/knownPeople';
import { RemarkJob } from '../../jobs/changes/remarkJob';
import { TagBook } from '../../jobs/changes/tagBook';
import { TagJob } from '../../jobs/changes/tagJob';
import { TaggingResults } from '../../jobs/changes/taggingResults';
import { KeptPeople } from '../../jobs/lists/keptPeople';
import { TranslationJob } from '../../jobs/migration/translationJob';
import { type AccountChoice } from '../../jobs/accounts/accountChoice';
import { commands } from '../../manifest';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { type Handler } from '../command';
import { type Workbench } from '../workbench';
import { changeTags } from './changeTags';
import { createTag } from './createTag';
import { editRemark } from './editRemark';
import { renameTag } from './renameTag';
import { translateMigratedOpenids } from '../migration/translateMigratedOpenids';
import { showTaggingResults } from './showTaggingResults';

export type ChangeCommand =
  | typeof commands.editRemark
  | typeof commands.tagPeople
  | typeof commands.untagPeople
  | typeof commands.createTag
  | typeof commands.renameTag
  | typeof commands.showTaggingResults
  | typeof commands.translateMigratedOpenids;

/** The commands that change something at WeChat, and what shows it. Loaded when the first of them is called. */
export function changeHandlers(
  bench: Workbench,
  choice: AccountChoice,
  caller: AccountPicker,
): Readonly<Record<ChangeCommand, Handler>> {
  const { clients, changes, tagRuns, problems, log, panels, batches, prefixes } = bench;
  const known = new KnownPeople(bench.lookups, batches, changes);
  const book = new TagBook(clients, bench.lists.tags, log);
  const results = new TaggingResults(panels, problems);
  const job = new TagJob({ clients, runs: tagRuns, known, book, results, problems, log });
  const kept = new KeptPeople(bench.lists.store, batches);
  const parts = { choice, prefixes, kept, known, book, job };
  return {
    [commands.editRemark]: editRemark(choice, known, new RemarkJob(clients, bench.changeLog, log)),
    [commands.tagPeople]: changeTags('tag', parts),
    [commands.untagPeople]: changeTags('untag', parts),
    [commands.createTag]: createTag(caller, book),
    [commands.renameTag]: renameTag(caller, book),
    [commands.showTaggingResults]: showTaggingResults(tagRuns, job),
    [commands.translateMigratedOpenids]: translateMigratedOpenids(
      caller,
      kept,
      new TranslationJob(clients, panels, problems),
    ),
  };
}
