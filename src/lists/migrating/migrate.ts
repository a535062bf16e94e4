import { setTimeout as pause } from 'node:timers/promises';
import { type ChangedOpenid, changeOpenid, type Fault, type WeChatClient, WeChatFailure } from '../../wechat';
import { type Sleep } from '../walking/walkPages';

/** What became of one openid of the old account. */
export type MigratedOpenid =
  | { readonly kind: 'migrated'; readonly old: string; readonly new: string }
  /** WeChat knows of no follower by this openid: not one of the old account's at its migration, or misspelt. */
  | { readonly kind: 'noFollower'; readonly old: string; readonly message: string }
  /** WeChat answered without it. */
  | { readonly kind: 'notReturned'; readonly old: string }
  /** WeChat refused the call it stood in. */
  | { readonly kind: 'refused'; readonly old: string; readonly fault: Fault };

/** WeChat takes no more in one call. */
const mostAtOnce = 100;
/** Before each repetition of a call that brought no answer; it changes nothing, so it may be repeated. */
const delays = [1_000, 4_000, 15_000];

/** The calls that a translation costs, and the openids it is about: each once. */
export function planMigration(openids: Iterable<string>): { openids: readonly string[]; calls: number } {
  const distinct = [...new Set(openids)];
  return { openids: distinct, calls: Math.ceil(distinct.length / mostAtOnce) };
}

/**
 * Translates openids of an account that migrated into those of the client's, a hundred a call, each with its outcome.
 * @param oldAccount its AppID or its original id (gh_…): WeChat's page names the one, users the other; 63178 asks for
 * the other
 * @throws WeChatFailure where going on makes no sense (63178, 45009, 48001, no network): what was given by then stands;
 * the signal's reason
 */
export async function* migrate(
  client: WeChatClient,
  oldAccount: string,
  openids: Iterable<string>,
  { signal, sleep = pauseFor }: { readonly signal: AbortSignal; readonly sleep?: Sleep },
): AsyncGenerator<MigratedOpenid, void> {
  const { openids: distinct } = planMigration(openids);
  for (let at = 0; at < distinct.length; at += mostAtOnce) {
    const group = distinct.slice(at, at + mostAtOnce);
    yield* await migrateGroup(client, { oldAccount, group, signal, sleep });
  }
}

interface GroupOfOld {
  readonly oldAccount: string;
  readonly group: readonly string[];
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
}

async function migrateGroup(client: WeChatClient, asked: GroupOfOld): Promise<MigratedOpenid[]> {
  const { oldAccount, group, signal, sleep } = asked;
  for (let failures = 0; ; failures++) {
    try {
      const rows = await client.ask(changeOpenid, oldAccount, group, { signal, attempt: failures + 1 });
      const answered = new Map(rows.map(row => [row.old, row]));
      return group.map(old => outcomeOf(old, answered.get(old)));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WeChatFailure)) throw error;
      if (isAboutOpenids(error.fault))
        return group.map(old => ({ kind: 'refused', old, fault: error.fault }));
      const delay = delays[failures];
      if (error.kind !== 'retry' || delay === undefined) throw error;
      await sleep(delay, signal);
    }
  }
}

function outcomeOf(old: string, row: ChangedOpenid | undefined): MigratedOpenid {
  if (!row) return { kind: 'notReturned', old };
  return row.new === undefined
    ? { kind: 'noFollower', old, message: row.message }
    : { kind: 'migrated', old, new: row.new };
}

/** 40003, 40031: the list itself. 63178, the old account's name, is about all of them. */
function isAboutOpenids(fault: Fault): boolean {
  return 'errcode' in fault && [40003, 40031, 49003].includes(fault.errcode);
}

const pauseFor: Sleep = (milliseconds, signal) => pause(milliseconds, undefined, { signal });
