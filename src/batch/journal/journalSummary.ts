import { type FileLayer, patiently } from '../../files';
import { type BatchOrigin, type BatchProgress, stillToAsk, unstarted } from '../batchFacts';
import { noCounts } from '../outcome';
import { readHead } from './journalHead';
import { parseRecord } from './journalRecord';
import { lastLine } from './lastLine';

/** What a list of batches shows. */
export interface JournalSummary {
  readonly origin: BatchOrigin;
  readonly progress: BatchProgress;
  /** Whether nothing but the whole journal can tell: a crash has torn its end, or it is of version 1 and has more to ask. */
  readonly isVague: boolean;
}

/**
 * Reads the head, and the tail back to the last counts. Damage before those goes unnoticed here.
 * @throws {StoreError} `damaged` or `tooNew`
 */
export async function readSummary(files: FileLayer, path: string, id: string): Promise<JournalSummary> {
  const file = await patiently(files, () => files.open(path, 'r'));
  try {
    const { origin, total, version } = await readHead(file, id);
    let unaccounted = false;
    const noted = await lastLine(file, line => {
      const record = parseRecord(line);
      if (record.kind === 'progress') return record.progress;
      unaccounted ||=
        record.kind === 'answer' ||
        record.kind === 'profile' ||
        record.kind === 'still' ||
        record.kind === 'damaged';
      return undefined;
    });
    const progress = endedProgress(noted ?? { ...unstarted, counts: { ...noCounts, pending: total } });
    // Version 1 counts as pending what is to be asked for again.
    const isVague = !noted || unaccounted || (version === 1 && noted.counts.pending > 0);
    return { origin, progress, isVague };
  } finally {
    await file.close();
  }
}

/** A journal that ends while its batch was running belongs to a window that is gone. */
export function endedProgress(progress: BatchProgress): BatchProgress {
  const { state } = progress;
  if (stillToAsk(progress) === 0) return { ...progress, state: 'done', stoppedBy: undefined };
  return state === 'cancelled' || state === 'stopped' ? progress : { ...progress, state: 'interrupted' };
}
