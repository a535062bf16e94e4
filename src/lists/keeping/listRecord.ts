import * as v from 'valibot';
import { faultSchema } from '../../batch';
import { type Fault } from '../../wechat';
import { type ListKind } from '../walking/pageSource';
import { ListError } from './listError';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const listKind = v.variant('kind', [
  v.object({ kind: v.literal('followers') }),
  v.object({ kind: v.literal('tag'), tagId: v.number(), name: v.string() }),
  v.object({ kind: v.literal('blacklist') }),
]);

const headLine = v.object({
  version: v.literal(1),
  appId: v.string(),
  accountName: v.string(),
  list: listKind,
  /** Unix milliseconds. */
  startedAt: v.number(),
  /** Whether it stays until it is removed, whatever the retention. */
  forMigration: v.boolean(),
});

const pageLine = v.object({
  page: v.object({
    /** What it was asked with. */
    cursor: v.string(),
    /** What the next one is asked with; null at the end of the list. */
    next: v.nullable(v.string()),
    count,
    repeated: count,
    unreadable: count,
    total: v.optional(count),
    /** The length of the file of openids with this page. */
    end: count,
    at: v.number(),
  }),
});

const stopLine = v.object({ stopped: faultSchema, at: v.number() });

/** It was made to stay after it was begun. */
const keepLine = v.object({ forMigration: v.literal(true), at: v.number() });

const line = v.union([pageLine, stopLine, keepLine]);

export type ListHead = Omit<v.InferOutput<typeof headLine>, 'version'>;
export type KeptPage = v.InferOutput<typeof pageLine>['page'];

/** The readable part of an index. */
export interface ListIndex {
  readonly head: ListHead;
  readonly pages: readonly KeptPage[];
  /** Why the last walk ended before the list did; undefined where the user ended it, or the window. */
  readonly stopped: Fault | undefined;
  /** Its length in bytes: what stands behind it was torn off, or lacks its openids. */
  readonly length: number;
}

export function headText(head: ListHead): string {
  return `${JSON.stringify({ version: 1, ...head })}\n`;
}

export function pageText(page: KeptPage): string {
  return `${JSON.stringify({ page })}\n`;
}

export function stopText(stopped: Fault, at: number): string {
  return `${JSON.stringify({ stopped, at })}\n`;
}

export function keepText(at: number): string {
  return `${JSON.stringify({ forMigration: true, at })}\n`;
}

/**
 * @param dataSize the length of the file of openids: a page counts only where all of its openids are there
 * @throws {ListError} `tooNew`, `damaged`
 */
export function readIndex(text: string, dataSize: number): ListIndex {
  const lines = text.split('\n');
  // Behind the last end of a line stands nothing, or what a crash tore off.
  lines.pop();
  const [first, ...rest] = lines;
  let head = readHead(first);
  const pages: KeptPage[] = [];
  let stopped: Fault | undefined;
  let length = Buffer.byteLength(`${first ?? ''}\n`);
  for (const each of rest) {
    const read = v.safeParse(line, jsonOf(each));
    if (!read.success) break;
    if ('page' in read.output) {
      const { page } = read.output;
      if (page.end > dataSize) break;
      pages.push(page);
      stopped = undefined;
    } else if ('stopped' in read.output) {
      stopped = read.output.stopped;
    } else {
      head = { ...head, forMigration: true };
    }
    length += Buffer.byteLength(`${each}\n`);
  }
  return { head, pages, stopped, length };
}

/** Also of a head that a newer version wrote. */
export function appIdIn(text: string): string | undefined {
  const read = v.safeParse(v.object({ appId: v.string() }), jsonOf(text.split('\n', 1)[0] ?? ''));
  return read.success ? read.output.appId : undefined;
}

function readHead(text: string | undefined): ListHead {
  const json = jsonOf(text ?? '');
  const version = v.safeParse(v.object({ version: v.number() }), json);
  if (version.success && version.output.version > 1) throw new ListError('tooNew');
  const read = v.safeParse(headLine, json);
  if (!read.success) throw new ListError('damaged');
  const { appId, accountName, list, startedAt, forMigration } = read.output;
  return { appId, accountName, list: list satisfies ListKind, startedAt, forMigration };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
