import { type FileHandle, open } from 'node:fs/promises';
import { type BatchOrigin, type BatchProgress } from '../batch';
import {
  appIdIn,
  type JournalHeader,
  type JournalRecord,
  parseHeader,
  parseOpenids,
  parseRecord,
} from './journalRecord';
import { lastLine } from './lastLine';
import { noCounts, type OutcomeCounts } from '../outcome';
import { OutcomeTable } from '../outcomeTable';
import { StoreError } from '../storeError';

export interface JournalContent {
  readonly origin: BatchOrigin;
  readonly table: OutcomeTable;
  readonly progress: BatchProgress;
}

/** What a list of batches shows. */
export interface JournalSummary {
  readonly origin: BatchOrigin;
  readonly progress: BatchProgress;
}

/** Source and account name are bounded when a journal is made; a longer first line is none of ours. */
const maxHeaderBytes = 64 * 1024;
const blockSize = 1024 * 1024;

/**
 * Reads a whole journal, in blocks, so that the extension host stays responsive. A last line without its newline
 * was torn by a crash or a full disk, and is left out: its openid is pending then.
 * @throws {StoreError} `damaged` or `tooNew`
 */
export async function readJournal(path: string): Promise<JournalContent> {
  const file = await open(path, 'r');
  try {
    const lines = completeLines(file);
    const { origin, total } = headerOf((await lines.next()).value);
    const openids = parseOpenids((await lines.next()).value ?? '');
    if (openids?.length !== total) throw new StoreError('damaged');
    const table = new OutcomeTable(openids);
    let progress = unstarted(table.counts);
    for await (const line of lines) {
      const record = parseRecord(line);
      if (!record) continue;
      if ('kind' in record) table.record(record);
      else if ('again' in record) table.reopen(record.again);
      else progress = record;
    }
    return { origin, table, progress: ended({ ...progress, counts: table.counts }) };
  } finally {
    await file.close();
  }
}

/**
 * Reads the head, and the tail back to the last counts. Lines that are damaged before those go unnoticed here.
 * @throws {StoreError} `damaged` or `tooNew`
 */
export async function readJournalSummary(path: string): Promise<JournalSummary> {
  const file = await open(path, 'r');
  try {
    const { origin, total } = headerOf(await firstLine(file));
    const later: JournalRecord[] = [];
    const noted = await lastLine(file, line => {
      const record = parseRecord(line);
      if (record && 'state' in record) return record;
      if (record) later.push(record);
      return undefined;
    });
    const progress = noted ?? unstarted({ ...noCounts, pending: total });
    const counts = countsAfter(progress.counts, later.reverse());
    return { origin, progress: ended({ ...progress, counts }) };
  } finally {
    await file.close();
  }
}

/** The account of a journal that cannot be read otherwise; undefined where not even that can be told. */
export async function readOwner(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    return appIdIn(await firstLine(file));
  } finally {
    await file.close();
  }
}

async function firstLine(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(maxHeaderBytes), 0, maxHeaderBytes, 0);
  const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
  return line;
}

/**
 * The counts of rows decide: the last state may be torn off or be older than damage to the rows. A journal that
 * ends while its batch was running belongs to a window that is gone.
 */
function ended(progress: BatchProgress): BatchProgress {
  const { state, counts, apiCalls, duration } = progress;
  if (counts.pending === 0) return { state: 'done', counts, apiCalls, duration };
  return state === 'cancelled' || state === 'stopped' ? progress : { ...progress, state: 'interrupted' };
}

/** Counts with the records that a crash left behind them. A run asks for pending openids alone, and once. */
function countsAfter(noted: OutcomeCounts, records: readonly JournalRecord[]): OutcomeCounts {
  const counts = { ...noted };
  for (const record of records) {
    if ('again' in record) {
      for (const kind of record.again) {
        if (kind === 'pending') continue;
        counts.pending += counts[kind];
        counts[kind] = 0;
      }
    } else if ('kind' in record && counts.pending > 0) {
      counts.pending--;
      counts[record.kind]++;
    }
  }
  return counts;
}

function unstarted(counts: OutcomeCounts): BatchProgress {
  return { state: 'interrupted', counts, apiCalls: 0, duration: 0 };
}

function headerOf(line: string | undefined): JournalHeader {
  const header = parseHeader(line ?? '');
  if (header === undefined) throw new StoreError('damaged');
  if (header === 'tooNew') throw new StoreError('tooNew');
  return header;
}

/** Lines end with \n alone: text from people may hold every other line separator. */
async function* completeLines(file: FileHandle): AsyncGenerator<string, undefined, undefined> {
  const blocks: AsyncIterable<string> = file.createReadStream({
    encoding: 'utf8',
    highWaterMark: blockSize,
    autoClose: false,
  });
  let begun = '';
  for await (const block of blocks) {
    const [first = '', ...others] = block.split('\n');
    const last = others.pop();
    if (last === undefined) {
      begun += first;
      continue;
    }
    yield begun + first;
    yield* others;
    begun = last;
  }
  return undefined;
}
