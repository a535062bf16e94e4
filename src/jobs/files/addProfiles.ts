import { l10n, type Memento, type Uri, window, workspace } from 'vscode';

import { type TagNames } from '../../accounts';
import { gatherOpenids } from '../../openids';
import { countText, inARow } from '../../ui/texts/formats';
import { countsSentence } from '../../ui/texts/outcomes';
import { type Problems } from '../../ui/problems/problems';
import { type BatchJob } from '../batches/batchJob';
import { type BatchStart } from '../batches/batchStart';
import { chooseColumns } from './columnQuestion';
import { chooseTarget, writeCopy } from './copyOfFile';
import { FetchedPeople } from './fetchedPeople';
import { choosePlace } from './placeQuestion';
import { readSource, type SourceFile } from './sourceFile';
import { finish } from './unfinished';

/** A copy of a file with the profiles of its openids. Everything is asked before WeChat is. */
export class AddProfiles {
  constructor(
    private readonly start: Pick<BatchStart, 'runAll'>,
    private readonly job: Pick<BatchJob, 'run'>,
    private readonly tagNames: Pick<TagNames, 'of'>,
    private readonly memento: Memento,
    private readonly problems: Pick<Problems, 'show'>,
  ) {}

  async run(uri: Uri): Promise<void> {
    const source = await readSource(uri);
    const place = await choosePlace(source);
    const columns = await chooseColumns(this.memento);
    const target = await chooseTarget(source);
    const found = gatherOpenids(await place.openids());
    const batches = await this.start.runAll({ found, source: source.name, shownBy: 'caller' });
    const people = new FetchedPeople(
      found.openids.map(({ openid }) => openid),
      batches,
    );
    await finish(batches, people, this.job);
    const valuesOf = await people.values(columns, this.tagNames);
    const written = await writeCopy(source, target, () => place.enriched({ names: columns, valuesOf }));
    const message = await endText(source, written, people);
    this.offerToOpen(message, written, source.encoding).catch((error: unknown) => this.problems.show(error));
  }

  private async offerToOpen(message: string, target: Uri, encoding: string): Promise<void> {
    const open = l10n.t('Open File');
    if ((await window.showInformationMessage(message, open)) !== open) return;
    await window.showTextDocument(await workspace.openTextDocument(target, { encoding }));
  }
}

async function endText(source: SourceFile, target: Uri, people: FetchedPeople): Promise<string> {
  const { name, isWorkbook, reading } = source;
  return inARow(
    savedText(workspace.asRelativePath(target), people.size, countsSentence(people.counts)),
    people.failureReason,
    isWorkbook &&
      l10n.t('Excel workbooks come out as CSV (UTF-8 with BOM), with dates as the numbers that Excel keeps.'),
    reading.unreadable > 0 &&
      l10n.t('Lines that are no JSON, left as they are: {0}.', countText(reading.unreadable)),
    (await source.hasChanged()) &&
      l10n.t('{0} has changed since: the copy is of what was read before.', name),
  );
}

function savedText(file: string, people: number, outcomes: string): string {
  return people === 1
    ? l10n.t('Saved {0} with the profile of 1 person: {1}.', file, outcomes)
    : l10n.t('Saved {0} with the profiles of {1} people: {2}.', file, countText(people), outcomes);
}
