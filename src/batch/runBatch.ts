import { setTimeout as wait } from 'node:timers/promises';
import { type ProfileRows, type RawProfile, WeChatFailure, type WeChatLang } from '../wechat';
import { BatchStopped } from './batchStopped';
import { type Outcome } from './outcome';
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
  batchGet(openids: readonly string[], options: CallOptions): Promise<ProfileRows>;
}

export interface CallOptions {
  readonly lang?: WeChatLang;
  readonly signal: AbortSignal;
  /** How often this call was made, this time included. */
  readonly attempt?: number;
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
  const inFlight = new Set<Promise<Landed>>();
  const most = Math.max(1, options.concurrency);
  let end: { readonly error: unknown } | undefined;

  function launch(): void {
    while (!end && inFlight.size < most) {
      const task = waiting.pop();
      if (!task) return;
      const flight: Promise<Landed> = ask(task).then(
        step => ({ flight, step }),
        (error: unknown) => ({ flight, error }),
      );
      inFlight.add(flight);
    }
  }

  try {
    launch();
    while (inFlight.size > 0) {
      const landed = await Promise.race(inFlight);
      inFlight.delete(landed.flight);
      if ('step' in landed) {
        waiting.push(...landed.step.next);
        launch();
        if (landed.step.outcomes.length > 0) yield landed.step;
      } else {
        end ??= { error: landed.error };
        ending.abort();
      }
    }
  } finally {
    ending.abort();
  }
  if (end) throw end.error;
}

type Landed =
  | { readonly flight: Promise<Landed>; readonly step: Step }
  | { readonly flight: Promise<Landed>; readonly error: unknown };

function asker(client: ProfileSource, options: RunOptions, signal: AbortSignal) {
  const callOptions: CallOptions = { signal, ...(options.lang && { lang: options.lang }) };
  const caller = new PatientCaller({
    signal,
    onEvent: options.onEvent ?? (() => undefined),
    sleep: options.sleep ?? sleepFor,
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
  });

  return async function ask(task: Task): Promise<Step> {
    try {
      return task.kind === 'chunk'
        ? settleChunk(
            task.openids,
            await caller.call(attempt => client.batchGet(task.openids, { ...callOptions, attempt })),
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
