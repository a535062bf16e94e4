import * as v from 'valibot';
import { isRawProfile } from '../../wechat';
import { type BatchProgress } from '../batchFacts';
import { outcomeOf } from '../engine/settle';
import { parseJson } from '../json';
import { noCounts, type Outcome, type OutcomeKind, outcomeKinds } from '../outcome';
import { faultSchema, outcomeSchema } from '../outcomeSchema';
import { beginsWith, type Line, textOf } from '../line';

/**
 * A journal is newline-delimited JSON, one record a line. Version 2:
 *
 * 1. `{"journal":2,"id":…,"appId":…,"accountName":…,"source":…,"lang":…,"startedAt":…,"total":…}`
 * 2. `{"openids":[…]}`, at most 10 000 a line, until there are `total`
 * 3. then in any number
 *    - `{"at":…}`: when WeChat gave the answers that follow, in Unix milliseconds;
 *    - profiles as WeChat wrote them, `{"subscribe":1,"openid":…,…}`, and other outcomes,
 *      `{"kind":"invalid","openid":…,…}` and its like. A later one takes the place of an earlier one of its openid, as
 *      `OutcomeTable` has it;
 *    - `{"still":["failed"]}`: the outcomes of these kinds are to be asked for again, and stand until then;
 *    - `{"state":"running","counts":{…},…}` after each block of outcomes, so that a list of batches need not read them.
 *      `toAskAgain`, `verified`, `shifted` and `refreshedAt` are left out where nothing is.
 *
 * Version 1 differs in this: one line holds all openids, however many; there is no `at`; what is `still` here is
 * `again` there. It is read for ever, and becomes version 2 before anything is added to it. A record with another
 * key is a later version's note, and no damage.
 */
export const journalVersion = 2;

const states = ['running', 'done', 'cancelled', 'stopped', 'interrupted'] as const;
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

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
  toAskAgain: v.optional(countsSchema, noCounts),
  apiCalls: count,
  duration: v.number(),
  verified: v.optional(count, 0),
  shifted: v.optional(count, 0),
  refreshedAt: v.optional(v.number()),
});

const kinds = v.array(v.picklist(outcomeKinds));
const stillSchema = v.union([
  v.pipe(
    v.object({ still: kinds }),
    v.transform(({ still }) => still),
  ),
  v.pipe(
    v.object({ again: kinds }),
    v.transform(({ again }) => again),
  ),
]);
/** By hand, since a list may have a million. */
const openidsSchema = v.object({ openids: v.custom<string[]>(isTexts) });
const atSchema = v.object({ at: v.number() });

/** One line after the head. */
export type JournalRecord =
  | { readonly kind: 'openids'; readonly openids: readonly string[] }
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'answer'; readonly outcome: Outcome; readonly at?: number | undefined }
  /** A profile that is yet to be parsed, by `parseProfile`. */
  | { readonly kind: 'profile'; readonly line: Line; readonly at?: number | undefined }
  | { readonly kind: 'still'; readonly kinds: readonly OutcomeKind[] }
  | { readonly kind: 'progress'; readonly progress: BatchProgress }
  | { readonly kind: 'unknown' }
  /** Its openid keeps the outcome that it had. */
  | { readonly kind: 'damaged' };

/** @param at what the last line of times before it said */
export function parseRecord(line: Line, at?: number): JournalRecord {
  // Nearly all lines are, and whoever wants to know more of one can take its time.
  return beginsWith(line, profileBegins) ? { kind: 'profile', line, at } : parseProfile(line, at);
}

/** A record with its profile parsed. */
export function wholeRecord(record: JournalRecord): Exclude<JournalRecord, { kind: 'profile' }> {
  return record.kind === 'profile' ? parseProfile(record.line, record.at) : record;
}

/** As `parseRecord`, with profiles parsed too. */
export function parseProfile(line: Line, at?: number): Exclude<JournalRecord, { kind: 'profile' }> {
  const value = parseJson(textOf(line));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged;
  // No other record has this key, and WeChat may give profiles any key that other records have.
  if ('subscribe' in value)
    return isRawProfile(value) ? { kind: 'answer', outcome: outcomeOf(value), at } : damaged;
  if ('kind' in value) return read(outcomeSchema, value, outcome => ({ kind: 'answer', outcome, at }));
  if ('state' in value) return read(progressSchema, value, progress => ({ kind: 'progress', progress }));
  if ('at' in value) return read(atSchema, value, noted => ({ kind: 'at', at: noted.at }));
  if ('still' in value || 'again' in value)
    return read(stillSchema, value, found => ({ kind: 'still', kinds: found }));
  if ('openids' in value) return read(openidsSchema, value, ({ openids }) => ({ kind: 'openids', openids }));
  return { kind: 'unknown' };
}

/** Answers, with when WeChat gave them. `lines` are the profiles as WeChat wrote them, where they are at hand. */
export function answerLines(outcomes: readonly Outcome[], at: number, lines?: Buffer): (string | Buffer)[] {
  if (outcomes.length === 0) return [];
  return [lineOf({ at }), lines ?? recordLines(outcomes)];
}

export function recordLines(outcomes: readonly Outcome[]): string {
  return outcomes.map(outcome => lineOf(profileIn(outcome) ?? outcome)).join('');
}

export function stillLine(again: readonly OutcomeKind[]): string {
  return lineOf({ still: again });
}

/** The key `state` comes first: the reader of summaries knows the line by it. */
export function progressLine(progress: BatchProgress): string {
  const { state, stoppedBy, counts, toAskAgain, apiCalls, duration, verified, shifted, refreshedAt } =
    progress;
  const marks = outcomeKinds.some(kind => toAskAgain[kind] > 0) && { toAskAgain };
  const proof = { ...(verified > 0 && { verified }), ...(shifted > 0 && { shifted }) };
  const refreshed = refreshedAt !== undefined && { refreshedAt };
  return lineOf({
    state,
    ...(stoppedBy && { stoppedBy }),
    counts,
    ...marks,
    apiCalls,
    duration,
    ...proof,
    ...refreshed,
  });
}

export function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** As WeChat writes it, and no other record. */
const profileBegins = Buffer.from('{"subscribe":');

const damaged = { kind: 'damaged' } as const;

function read<T, R extends JournalRecord>(
  schema: v.GenericSchema<unknown, T>,
  value: object,
  recordOf: (parsed: T) => R,
): R | typeof damaged {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? recordOf(parsed.output) : damaged;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}

/** Where the outcome follows from the profile, that is the line. */
function profileIn(outcome: Outcome): object | undefined {
  return outcome.kind === 'following' || outcome.kind === 'notFollowing' ? outcome.profile : undefined;
}
