import { setTimeout as wait } from 'node:timers/promises';
import { type ProfileRows, type RawProfile, type WeChatLang } from '../../wechat';
import { Agenda } from './agenda';
import { allowanceOf, type RateLimit } from './allowance';
import { type RunEvent } from './events';
import { Flights } from './flights';
import { type Outcome } from '../outcome';
import { Pace } from './pace';
import { PatientCaller, type Sleep } from './patientCaller';
import { type Question, type Reply } from './question';
import { type Settled } from './settle';

/** The two calls that a batch needs; `WeChatClient` has them. */
export interface ProfileSource {
  /**
   * One profile.
   * @throws {WeChatFailure} where WeChat refuses, or no usable answer comes
   */
  userInfo(openid: string, options: CallOptions): Promise<RawProfile>;
  /**
   * The rows of at most 100 openids.
   * @throws {WeChatFailure} 40003 where one of them is bad
   */
  batchGet(openids: readonly string[], options: CallOptions): Promise<ProfileRows>;
}

/** How one question of a run is put. */
export interface CallOptions {
  readonly lang?: WeChatLang;
  readonly signal: AbortSignal;
  /** How often this call was made, this time included. */
  readonly attempt?: number;
}

/** How a run goes about. */
export interface RunOptions {
  /** Calls in flight at most; the run finds its own pace below. */
  readonly concurrency: number;
  readonly lang?: WeChatLang;
  readonly signal: AbortSignal;
  /** Told of what happens beside outcomes: waits, outages, the pace. */
  readonly onEvent?: (event: RunEvent) => void;
  /**
   * The limit of batchget as WeChat names it, where it does. Asked once the first calls are out, which do not wait
   * for it; that it cannot be had is no failure of the run.
   */
  readonly rateLimit?: (signal: AbortSignal) => Promise<RateLimit | undefined>;
  readonly sleep?: Sleep;
  /** From 0 to 1; shortens the delays before repetitions. */
  readonly random?: () => number;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/**
 * Asks WeChat about each distinct openid and yields its outcome as soon as it is known, in no particular order.
 *
 * Calls go out only while outcomes are consumed. A fault that concerns the whole run ends it with
 * `BatchStopped`, an abort with the signal's reason; either way requests in flight are aborted at once and
 * everything received is yielded first. An openid without an outcome is still to be asked for.
 */
export async function* runBatch(
  client: ProfileSource,
  openids: Iterable<string>,
  options: RunOptions,
): AsyncGenerator<Outcome, void, undefined> {
  for await (const { outcomes } of fetchOutcomes(client, openids, options)) yield* outcomes;
}

/** As `runBatch`, with the outcomes of one answer together, so that they can be stored together. */
export async function* fetchOutcomes(
  client: ProfileSource,
  openids: Iterable<string>,
  options: RunOptions,
): AsyncGenerator<Settled, void, undefined> {
  const { onEvent = () => undefined, now = Date.now } = options;
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const agenda = new Agenda([...new Set(openids)], onEvent);
  const allowance = allowanceOf(client);
  const tellPace = () => onEvent({ kind: 'pace', inFlight: pace.inFlight, limit: allowance.limitAt(now()) });
  const pace = new Pace(Math.max(1, options.concurrency), now, tellPace);
  const { sleep = sleepFor, random = Math.random } = options;
  const caller = new PatientCaller({ signal, pace, allowance, onEvent, tellPace, sleep, random, now });
  const request = requester(client, options.lang, signal);

  /** A courtesy of WeChat: without it the run goes on. */
  async function nameLimit(): Promise<void> {
    try {
      const named = await options.rateLimit?.(signal);
      if (named) allowance.name(named, now());
      if (named) tellPace();
    } catch {
      // Nobody has asked for it.
    }
  }

  let limit: Promise<void> | undefined;
  async function ask(question: Question): Promise<Settlement> {
    const reply = await caller.call(question, () => {
      const rows = request(question);
      limit ??= nameLimit();
      return rows;
    });
    return { question, reply, at: now() };
  }

  let end: { readonly error: unknown } | undefined;
  const flights = new Flights(
    () => pace.inFlight,
    () => {
      const question = end ? undefined : agenda.next();
      return question && ask(question);
    },
  );

  try {
    flights.launch();
    tellPace();
    for (let landing = await flights.landed(); landing; landing = await flights.landed()) {
      if ('error' in landing) {
        end ??= { error: landing.error };
        ending.abort();
        continue;
      }
      const { question, reply, at } = landing.value;
      if (!reply) {
        agenda.again(question);
        continue;
      }
      const settled = agenda.settle(question, reply, at);
      flights.launch();
      if (settled.outcomes.length > 0) yield settled;
    }
  } finally {
    ending.abort();
  }
  if (end) throw end.error;
}

interface Settlement {
  readonly question: Question;
  /** Missing where it is to be asked again. */
  readonly reply: Reply | undefined;
  readonly at: number;
}

function requester(client: ProfileSource, lang: WeChatLang | undefined, signal: AbortSignal) {
  return async function request(question: Question): Promise<Extract<Reply, { kind: 'rows' }>> {
    const options: CallOptions = { signal, attempt: question.sent, ...(lang && { lang }) };
    switch (question.kind) {
      case 'group':
        return { kind: 'rows', rows: await client.batchGet(question.group.openids, options) };
      case 'single':
        return { kind: 'rows', rows: [await client.userInfo(question.single.openid, options)] };
      case 'proof':
        return { kind: 'rows', rows: [await client.userInfo(question.row.openid, options)] };
    }
  };
}

async function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Node rejects with an error of its own; the callers of this library expect the signal's reason.
  await wait(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}
