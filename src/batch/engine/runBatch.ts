import { setTimeout as wait } from 'node:timers/promises';
import { type ProfileRows, type RawProfile, WeChatFailure, type WeChatLang } from '../../wechat';
import { BatchStopped } from './batchStopped';
import { Flights, type Slot } from './flights';
import { type Outcome } from '../outcome';
import { PatientCaller, type RunEvent, type Sleep } from './patientCaller';
import { planBatch } from './plan';
import {
  type Settled,
  settleChunk,
  settleFailed,
  settleRefused,
  settleSingle,
  type Step,
  type Task,
} from './settle';

/** The two calls that a batch needs; `WeChatClient` has them. */
export interface ProfileSource {
  userInfo(openid: string, options: CallOptions): Promise<RawProfile>;
  batchGet(openids: readonly string[], options: BatchCallOptions): Promise<ProfileRows>;
}

export interface CallOptions {
  readonly lang?: WeChatLang;
  readonly signal: AbortSignal;
  /** How often this call was made, this time included. */
  readonly attempt?: number;
}

export interface BatchCallOptions extends CallOptions {
  /** May be told when an answer that looks good has arrived, and is yet to be read. */
  readonly onArrival?: () => void;
}

export interface RunOptions {
  /** Calls in flight, at least 1. */
  readonly concurrency: number;
  readonly lang?: WeChatLang;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
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
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const ask = asker(client, options, signal);
  // A stack: the halves of a refused chunk come next, so that few chunks are half done at any time.
  const waiting: Task[] = planBatch(openids)
    .chunks.map((chunk): Task => ({ kind: 'chunk', openids: chunk }))
    .reverse();
  let end: { readonly error: unknown } | undefined;
  const flights = new Flights(Math.max(1, options.concurrency), () => {
    const task = end ? undefined : waiting.pop();
    return task && (slot => ask(task, slot));
  });

  try {
    for (let landing = await flights.landed(); landing; landing = await flights.landed()) {
      if ('value' in landing) {
        waiting.push(...landing.value.next);
        flights.launch();
        if (landing.value.outcomes.length > 0) yield landing.value;
      } else {
        end ??= { error: landing.error };
        ending.abort();
      }
    }
  } finally {
    ending.abort();
  }
  if (end) throw end.error;
}

function asker(client: ProfileSource, options: RunOptions, signal: AbortSignal) {
  const callOptions: CallOptions = { signal, ...(options.lang && { lang: options.lang }) };
  const caller = new PatientCaller({
    signal,
    onEvent: options.onEvent ?? (() => undefined),
    sleep: options.sleep ?? sleepFor,
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  });

  return async function ask(task: Task, slot: Slot): Promise<Step> {
    try {
      return task.kind === 'chunk'
        ? settleChunk(
            task.openids,
            await caller.call(attempt => {
              slot.take();
              return client.batchGet(task.openids, { ...callOptions, attempt, onArrival: slot.free });
            }),
          )
        : settleSingle(
            task.openid,
            await caller.call(attempt => client.userInfo(task.openid, { ...callOptions, attempt })),
          );
    } catch (error) {
      if (!(error instanceof WeChatFailure)) throw error;
      if (error.kind === 'data') return settleRefused(task, error.fault);
      if (error.kind === 'retry') return settleFailed(task, error.fault);
      throw new BatchStopped(error.fault, { cause: error });
    }
  };
}

async function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Node rejects with an error of its own; the callers of this library expect the signal's reason.
  await wait(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}
