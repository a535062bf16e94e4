import * as l10n from '@vscode/l10n';
import { type Found, type Overview } from '../../protocol/views/batchView';
import { type Formats } from '../text/formats';

/**
 * What a screen reader says of a batch: what came of each change of the filters, once, and how far a run is, in
 * tenths. Rows that come in while it runs are not worth a word.
 */
export class Announcer {
  private query = '';
  private progress = '';
  private said = '';

  /** `isAnswered` tells whether the rows are those that the filters ask for. */
  text(overview: Overview, found: Found, isAnswered: boolean, formats: Formats): string {
    const query = JSON.stringify({ ...found.query, sort: undefined });
    const progress = progressText(overview, formats);
    if (progress !== this.progress) this.said = progress;
    else if (query !== this.query && isAnswered)
      this.said = l10n.t('{0} of {1} rows', formats.number(found.count), formats.number(overview.total));
    if (isAnswered) this.query = query;
    this.progress = progress;
    return this.said;
  }
}

function progressText({ state, total, counts }: Overview, formats: Formats): string {
  if (state === 'done') return l10n.t('All profiles fetched.');
  if (state !== 'running') return l10n.t('The run has ended. Pending: {0}.', formats.number(counts.pending));
  const tenth = Math.floor((10 * (total - counts.pending)) / Math.max(1, total));
  return l10n.t('{0}% fetched', formats.number(tenth * 10));
}
