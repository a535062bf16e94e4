import * as v from 'valibot';
import { isRawProfile, type WeChatLang } from '../../wechat';
import { type BatchOrigin, type BatchProgress } from '../batch';
import { type Outcome, type OutcomeKind, outcomeKinds } from '../outcome';
import { faultSchema, outcomeSchema } from '../outcomeSchema';
import { outcomeOf } from '../engine/settle';

/**
 * A journal is newline-delimited JSON, one record a line:
 *
 * 1. `{"journal":1,"id":…,"appId":…,"accountName":…,"source":…,"lang":…,"startedAt":…,"total":…}`
 * 2. `{"openids":[…]}`
 * 3. then in any number profiles as WeChat wrote them, `{"subscribe":1,"openid":…,…}`, and other outcomes,
 *    `{"kind":"invalid","openid":…,…}` and its like (a later outcome of an openid replaces the earlier one),
 *    `{"again":["failed"]}` (outcomes of these kinds are to be asked for again) and
 *    `{"state":"running","counts":{…},…}` after each block of outcomes, so that a list of batches need not read them.
 */
export const journalVersion = 1;

const langs = ['zh_CN', 'zh_TW', 'en'] as const satisfies readonly WeChatLang[];
const states = ['running', 'done', 'cancelled', 'stopped', 'interrupted'] as const;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const countsSchema = v.object({
  following: count,
  notFollowing: count,
  invalid: count,
  notReturned: count,
  failed: count,
  pending: count,
});

const progressSchema: v.GenericSchema<unknown, BatchProgress> = v.object({
  state: v.picklist(states),
  stoppedBy: v.optional(faultSchema),
  counts: countsSchema,
  apiCalls: count,
  duration: v.number(),
});

const againSchema = v.object({ again: v.array(v.picklist(outcomeKinds)) });

const openidsSchema = v.object({ openids: v.array(v.string()) });

const headerSchema = v.object({
  journal: v.literal(journalVersion),
  id: v.string(),
  appId: v.string(),
  accountName: v.string(),
  source: v.string(),
  lang: v.picklist(langs),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  total: count,
});

const versionSchema = v.object({ journal: v.number() });

export interface JournalHeader {
  readonly origin: BatchOrigin;
  readonly total: number;
}

/** One line after the head. */
export type JournalRecord = Outcome | BatchProgress | { readonly again: readonly OutcomeKind[] };

/** The first line; `tooNew` if a newer version of the extension wrote it, `undefined` if it is none. */
export function parseHeader(line: string): JournalHeader | 'tooNew' | undefined {
  const value = parseJson(line);
  if (v.is(versionSchema, value) && value.journal > journalVersion) return 'tooNew';
  const header = v.safeParse(headerSchema, value);
  if (!header.success) return undefined;
  const { id, appId, accountName, source, lang, startedAt, total } = header.output;
  return { origin: { id, appId, accountName, source, lang, startedAt: Date.parse(startedAt) }, total };
}

/** The AppID in a first line that is no header, or one of a newer version; the line may be torn or garbled. */
export function appIdIn(line: string): string | undefined {
  return /"appId":\s*"([\w-]{1,64})"/.exec(line)?.[1];
}

/** The second line. */
export function parseOpenids(line: string): readonly string[] | undefined {
  const value = v.safeParse(openidsSchema, parseJson(line));
  return value.success ? value.output.openids : undefined;
}

/** Any later line; `undefined` if it is damaged, in which case its openid stays pending. */
export function parseRecord(line: string): JournalRecord | undefined {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null) return undefined;
  // No other record has this key, and WeChat may give profiles any key that other records have.
  if ('subscribe' in value) return isRawProfile(value) ? outcomeOf(value) : undefined;
  const schema = 'kind' in value ? outcomeSchema : 'state' in value ? progressSchema : againSchema;
  const record = v.safeParse<v.GenericSchema<unknown, JournalRecord>>(schema, value);
  return record.success ? record.output : undefined;
}

export function headLines(origin: BatchOrigin, openids: readonly string[]): string {
  const { id, appId, accountName, source, lang, startedAt } = origin;
  return lines([
    {
      journal: journalVersion,
      id,
      appId,
      accountName,
      source,
      lang,
      startedAt: new Date(startedAt).toISOString(),
      total: openids.length,
    },
    { openids },
  ]);
}

export function recordLines(records: readonly JournalRecord[]): string {
  return lines(records.map(record => (isProfile(record) ? record.profile : record)));
}

/** Whether the outcome follows from the profile, which is the line then. */
function isProfile(record: JournalRecord) {
  return 'kind' in record && (record.kind === 'following' || record.kind === 'notFollowing');
}

function lines(values: readonly object[]): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
