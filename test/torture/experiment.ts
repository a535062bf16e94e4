import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Batch, BatchStore, type Outcome, type OutcomeKind } from '../../src/batch';
import { WeChatClient } from '../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../wechat';
import { letTroubleStrike, seeded } from './trouble';
import { buildWindow, Window } from './windows';
import { busy } from './worker';

export interface Plan {
  readonly openids: number;
  readonly kills: number;
  readonly seed: number;
}

export interface Report {
  readonly kills: number;
  readonly windows: number;
  /** Windows that found the batch in another's hands. */
  readonly refused: number;
  readonly requests: number;
  /** Times that earlier outcomes were asked for again. */
  readonly again: number;
}

const choices: readonly (readonly OutcomeKind[])[] = [
  [],
  ['notFollowing'],
  ['failed', 'notReturned'],
  ['invalid'],
  ['following', 'notFollowing', 'failed', 'notReturned'],
];

/**
 * Runs one batch in processes that are killed at any moment, one, two or three at once, against a WeChat that errs in
 * every way it was seen to. After each kill the journal is held against all that was known before, and what the next
 * process asks for against the journal; at the end every outcome against the truth.
 */
export async function experiment({ openids: count, kills, seed }: Plan): Promise<Report> {
  const random = seeded(seed);
  const program = await buildWindow();
  const weChat = await startWeChat({ followers: Math.ceil(count * 1.2), seed });
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-torture-'));
  try {
    return await new Torture(weChat, join(folder, 'batches'), program, random).run(count, kills);
  } finally {
    await weChat.close();
    await rm(folder, { recursive: true, force: true });
  }
}

class Torture {
  private readonly account: SimulatedAccount;
  private readonly report = { kills: 0, windows: 0, refused: 0, requests: 0, again: 0 };
  private known = new Map<string, Outcome>();

  constructor(
    private readonly weChat: SimulatedWeChat,
    private readonly folder: string,
    private readonly program: string,
    private readonly random: () => number,
  ) {
    this.account = weChat.accounts[0];
  }

  async run(count: number, kills: number): Promise<Report> {
    const { openids, id } = await this.create(count);
    letTroubleStrike(this.weChat, this.random);
    while (this.report.kills < kills) await this.round(id);
    this.weChat.faults.clear();
    await this.finish(id, openids);
    return this.report;
  }

  private async create(count: number): Promise<{ openids: string[]; id: string }> {
    const bad = Math.ceil(count / 200);
    const away = Math.ceil(count / 25);
    const openids = [
      ...this.account.openids({ state: 'following' }, count - bad - away),
      ...this.account.openids({ state: 'notFollowing' }, away),
      ...this.account.openids({ state: 'foreign' }, bad),
    ];
    // Mixed, and always in the same way.
    const order = new Map(openids.map(openid => [openid, this.random()]));
    openids.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const { appId } = this.account;
    const batch = await this.store().create({ appId, accountName: 'A', source: 's', openids, lang: 'zh_CN' });
    assert.equal(batch.storageFailure, undefined);
    return { openids, id: batch.id };
  }

  /** Some windows go on with the batch at once, and are killed. */
  private async round(id: string): Promise<void> {
    const { folder, weChat, account } = this;
    const before = await this.opened(id);
    const done = before.openidsToAsk().length === 0;
    const again =
      done || this.random() < 0.2 ? (choices[Math.floor(this.random() * choices.length)] ?? []) : [];
    if (again.length > 0) this.report.again++;
    const allowed = new Set([...before.openidsToAsk(), ...before.openidsOf(again)]);
    weChat.forgetRequests();
    const task = { folder, id, url: weChat.url, appId: account.appId, secret: account.secret, again };
    const windows = Array.from(
      { length: this.random() < 0.3 ? 2 + Math.floor(this.random() * 2) : 1 },
      () => new Window(this.program, { ...task, concurrency: 1 + Math.floor(this.random() * 8) }),
    );
    this.report.windows += windows.length;
    const isOver = { yes: false };
    const ends = Promise.all(windows.map(({ ended }) => ended)).finally(() => (isOver.yes = true));
    const enough = 1 + Math.floor(this.random() * 8);
    while (!isOver.yes && asking(weChat) < enough) await pause(1);
    await pause(this.random() * 25);
    for (const window of windows) window.kill();
    const codes = await ends;
    this.report.kills += codes.filter(code => code === 'killed').length;
    this.report.refused += codes.filter(code => code === busy).length;
    assert.ok(!codes.includes(1), 'no window failed for a reason of its own');
    this.report.requests += weChat.requests.length;
    const asked = weChat.requests.flatMap(({ openids }) => openids);
    for (const openid of asked)
      assert.ok(allowed.has(openid), `${openid} was on the disk and is asked again`);
    await this.compare(id);
  }

  /** Nothing that was known is lost, nothing is wrong, and list and batch tell the same. */
  private async compare(id: string): Promise<void> {
    const [entry] = await this.store().list();
    const batch = await this.opened(id);
    assert.deepEqual(
      [entry?.counts, entry?.toAskAgain],
      [batch.counts, batch.toAskAgain],
      'the list adds up',
    );
    const known = answersOf(batch);
    for (const openid of this.known.keys())
      assert.ok(known.has(openid), `${openid} was answered, and is lost`);
    for (const [openid, outcome] of known) this.hold(openid, outcome);
    this.known = known;
  }

  private async finish(id: string, openids: readonly string[]): Promise<void> {
    const store = this.store();
    const batch = await store.open(id);
    assert.ok(batch);
    const { url: baseUrl } = this.weChat;
    const { appId, secret } = this.account;
    const client = new WeChatClient({
      baseUrl,
      appId,
      secret: () => Promise.resolve(secret),
      timeoutMs: 10_000,
    });
    const signal = new AbortController().signal;
    await store.run(batch, client, { again: ['failed', 'notReturned'], concurrency: 8, signal });
    await this.compare(id);
    const answers = answersOf(await this.opened(id));
    assert.equal(answers.size, openids.length, 'every openid has its outcome');
    assert.deepEqual(await readdir(this.folder), [`${id}.ndjson`], 'no lock and no other file is left');
  }

  private hold(openid: string, outcome: Outcome): void {
    const person = this.account.personOf(openid);
    const kind = person ? (person.following ? 'following' : 'notFollowing') : 'invalid';
    assert.equal(outcome.kind, kind, openid);
    if (person && 'profile' in outcome && outcome.profile?.['unionid'] !== undefined)
      assert.equal(outcome.profile['unionid'], person.unionid, openid);
  }

  private store(): BatchStore {
    return new BatchStore(this.folder, { retentionDays: () => 30 });
  }

  private async opened(id: string): Promise<Batch> {
    const batch = await this.store().open(id);
    assert.ok(batch);
    return batch;
  }
}

function asking({ requests }: SimulatedWeChat): number {
  return requests.filter(({ openids }) => openids.length > 0).length;
}

/** What WeChat said of people, and not that it said nothing. */
function answersOf(batch: Batch): Map<string, Outcome> {
  const answers = new Map<string, Outcome>();
  for (let index = 0; index < batch.openids.length; index++) {
    const outcome = batch.outcomeAt(index);
    if (outcome && ['following', 'notFollowing', 'invalid'].includes(outcome.kind))
      answers.set(outcome.openid, outcome);
  }
  return answers;
}
