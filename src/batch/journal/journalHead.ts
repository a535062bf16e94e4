import * as v from 'valibot';
import { type OpenFile } from '../../files';
import { maxOpenids } from '../../openids';
import { type WeChatLang } from '../../wechat';
import { type BatchOrigin } from '../batchFacts';
import { parseJson } from '../json';
import { StoreError } from '../storeError';
import { count, journalVersion, lineOf } from './journalRecord';

/** The first line of a journal. */
export interface JournalHead {
  readonly version: 1 | 2;
  readonly origin: BatchOrigin;
  readonly total: number;
  /** The line itself: two journals of one name differ in it. */
  readonly line: string;
  /** Where the next line begins. */
  readonly end: number;
}

const langs = ['zh_CN', 'zh_TW', 'en'] as const satisfies readonly WeChatLang[];

const headSchema = v.object({
  journal: v.picklist([1, journalVersion]),
  appId: v.string(),
  accountName: v.string(),
  source: v.string(),
  lang: v.picklist(langs),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  // Room is made for all of them before the first is read.
  total: v.pipe(count, v.maxValue(maxOpenids)),
});

const versionSchema = v.object({ journal: v.number() });

/** Source and account name are bounded when a journal is made; a longer first line is none of ours. */
const mostBytes = 64 * 1024;
const openidsInALine = 10_000;
const charactersInALine = 256 * 1024;

/**
 * @param id the name of the file, which names the batch: a copy of a journal is a batch of its own
 * @throws {StoreError} `damaged` or `tooNew`
 */
export async function readHead(file: OpenFile, id: string): Promise<JournalHead> {
  const line = await firstLine(file);
  const value = parseJson(line);
  if (v.is(versionSchema, value) && value.journal > journalVersion) throw new StoreError('tooNew');
  const head = v.safeParse(headSchema, value);
  if (!head.success) throw new StoreError('damaged');
  const { journal: version, appId, accountName, source, lang, startedAt, total } = head.output;
  const origin = { id, appId, accountName, source, lang, startedAt: Date.parse(startedAt) };
  return { version, origin, total, line, end: Buffer.byteLength(line) + 1 };
}

/** The AppID in a first line that is no head, or one of a newer version; the line may be torn or garbled. */
export async function readOwner(file: OpenFile): Promise<string | undefined> {
  return /"appId":\s*"([\w-]{1,64})"/.exec(await firstLine(file))?.[1];
}

/** The first line of the journal of a batch. */
export function headLine(origin: BatchOrigin, total: number): string {
  const { id, appId, accountName, source, lang, startedAt } = origin;
  const started = new Date(startedAt).toISOString();
  return lineOf({ journal: journalVersion, id, appId, accountName, source, lang, startedAt: started, total });
}

/** The lines of openids: none so long that it could not be parsed in one go. */
export function* openidLines(openids: readonly string[]): Generator<string, void, undefined> {
  let [start, characters] = [0, 0];
  for (let index = 0; index < openids.length; index++) {
    characters += openids[index]?.length ?? 0;
    if (index + 1 - start < openidsInALine && characters < charactersInALine) continue;
    yield lineOf({ openids: openids.slice(start, index + 1) });
    [start, characters] = [index + 1, 0];
  }
  if (start < openids.length) yield lineOf({ openids: openids.slice(start) });
}

async function firstLine(file: OpenFile): Promise<string> {
  const buffer = Buffer.alloc(mostBytes);
  const { bytesRead } = await file.read(buffer, 0, mostBytes, 0);
  const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
  return line;
}
