import { type FileLayer, type OpenFile, patiently } from '../../files';
import { StoreError } from '../storeError';
import { type JournalHead, readHead } from './journalHead';
import { type JournalRecord, parseRecord } from './journalRecord';
import { lineBlocks } from './lineBlocks';

/** How far a journal was read, so that reading can go on from there when it has grown. */
export interface JournalPosition {
  readonly head: JournalHead;
  /** In bytes. */
  readonly offset: number;
  /** How many openids of its list were read. */
  readonly listed: number;
  /** The time of the block that was read last. */
  readonly at?: number | undefined;
}

export interface JournalBlock {
  /** True for the first block of a journal that is read from its beginning: what was known of it is void. */
  readonly isAnew: boolean;
  readonly records: readonly JournalRecord[];
  /** Behind these records. */
  readonly position: JournalPosition;
}

/**
 * Reads a journal in blocks, so that the extension host stays responsive: from its beginning, or what was added since
 * `from`. One that has shrunk since, or is another one, is read anew. Gives at least one block, be it an empty one.
 * @throws {StoreError} `damaged` or `tooNew`
 */
export async function* readJournal(
  files: FileLayer,
  path: string,
  id: string,
  from?: JournalPosition,
): AsyncGenerator<JournalBlock, void, undefined> {
  const file = await patiently(files, () => files.open(path, 'r'));
  try {
    const head = await readHead(file, id);
    const isOn = from?.head.line === head.line && (await file.stat()).size >= from.offset;
    let position = isOn ? from : { head, offset: head.end, listed: 0 };
    yield { isAnew: !isOn, records: [], position };
    if (head.version === 1 && !isOn) {
      const { openidList } = await import('./openidList');
      for await (const { openids, end } of openidList(file, head.end)) {
        position = { head, offset: end, listed: position.listed + openids.length };
        if (position.listed > head.total) throw new StoreError('damaged');
        yield { isAnew: false, records: [{ kind: 'openids', openids }], position };
      }
    }
    for await (const block of recordBlocks(file, position)) {
      yield block;
      position = block.position;
    }
    if (position.listed !== head.total) throw new StoreError('damaged');
  } finally {
    await file.close();
  }
}

async function* recordBlocks(file: OpenFile, from: JournalPosition): AsyncGenerator<JournalBlock> {
  const { head } = from;
  let { listed, at } = from;
  for await (const { lines, end } of lineBlocks(file, from.offset)) {
    const records = lines.map(line => {
      const record = parseRecord(line, at);
      if (record.kind === 'at') at = record.at;
      return record;
    });
    for (const record of records) {
      if (record.kind === 'openids') listed += record.openids.length;
      // Whose answers follow would be anybody's guess.
      else if (listed < head.total) throw new StoreError('damaged');
    }
    if (listed > head.total) throw new StoreError('damaged');
    yield { isAnew: false, records, position: { head, offset: end, listed, at } };
  }
}
