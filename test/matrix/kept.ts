import assert from 'node:assert/strict';

import { openidsOf } from '../../src/lists';
import { type ExtensionWindow } from '../unit/useExtension';

/** What a user has on this machine, as another window finds it. */
export interface Kept {
  readonly accounts: readonly string[];
  readonly secrets: readonly string[];
  /** Openids that were looked up, and answered. */
  readonly lookups: readonly string[];
  /** Openids that each batch has an answer about, by its id. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Openids of each follower list, by its id. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

const answered = new Set(['following', 'notFollowing', 'invalid']);

export async function keptIn(window: ExtensionWindow): Promise<Kept> {
  const answers = new Map<string, ReadonlySet<string>>();
  const store = window.store();
  for (const { id } of await store.list()) {
    const batch = (await store.open(id)) ?? assert.fail('a batch is listed that cannot be opened');
    const known = batch.openids.filter((_, row) => answered.has(batch.outcomeAt(row)?.kind ?? ''));
    answers.set(id, new Set(known));
  }
  store.dispose();
  const lists = new Map<string, ReadonlySet<string>>();
  const kept = window.lists();
  for (const { id, found } of (await kept.lists()).lists)
    lists.set(id, new Set(await openidsOf(await kept.source(id), found)));
  const looked = await window.lookups().recent(window.account.appId);
  const lookups = looked
    .filter(({ outcome }) => answered.has(outcome.kind))
    .map(({ outcome }) => outcome.openid);
  const accounts = (await window.registry().all()).map(({ appId, name }) => `${appId} ${name}`);
  return { accounts, secrets: [...window.secrets.kept.values()], lookups, answers, lists };
}

/** Whatever was there is there; more may have come. */
export function assertNothingLost(before: Kept, after: Kept): void {
  for (const part of ['accounts', 'secrets', 'lookups'] as const)
    for (const each of before[part]) assert.ok(after[part].includes(each), `of the ${part} one is lost`);
  for (const part of ['answers', 'lists'] as const) {
    for (const [id, openids] of before[part]) {
      const now = after[part].get(id) ?? assert.fail(`one of the ${part} is gone`);
      for (const openid of openids) assert.ok(now.has(openid), `of the ${part} an openid is lost`);
    }
  }
}
