import assert from 'node:assert/strict';
import { type Outcome, runBatch, type RunEvent } from '../../../../../src/batch';
import { fetchOutcomes } from '../../../../../src/batch/engine/runBatch';
import { isVerified, rowToVerify } from '../../../../../src/batch/engine/verify';
import { type RawProfile, type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  batchGetPath,
  byKind,
  collect,
  eventsOf,
  runOptions,
  startWeChatForEach,
  userInfoPath,
} from '../../scenario';

function follower(openid: string, unionid: string | undefined = `u-${openid}`): RawProfile {
  return { openid, subscribe: 1, subscribe_time: 1_500_000_000, ...(unionid && { unionid }) };
}

const stranger = (openid: string): RawProfile => ({ openid, subscribe: 0 });

describe('the row to verify', () => {
  const [a, b, c] = [follower('a'), follower('b'), follower('c')];

  const lastRows: readonly (readonly [string, RawProfile])[] = [
    ['does not follow', stranger('z')],
    ['is blank', { openid: 'z' }],
    ['has no follow time', { openid: 'z', subscribe: 1, unionid: 'u' }],
  ];
  for (const [what, last] of lastRows) {
    it(`is the last follower’s where the last row ${what}`, () => {
      assert.equal(rowToVerify([a, b, last]), b);
    });
  }

  it('is the last where that has no unionid while others have one', () => {
    for (const last of [follower('z', ''), { ...follower('z'), unionid: '' }]) {
      assert.equal(rowToVerify([a, b, last]), last);
    }
  });

  it('is not that of somebody who does not follow', () => {
    assert.equal(rowToVerify([a, stranger('y'), { openid: 'x', subscribe: 1 }, stranger('z')]), a);
  });

  it('is none where the last row is as good as all others', () => {
    assert.equal(rowToVerify([stranger('z'), a, b, c]), undefined);
  });

  it('is none where no row has a unionid', () => {
    assert.equal(rowToVerify([follower('a', ''), follower('b', '')]), undefined);
  });

  it('is none where nobody follows, where there is one row, or none', () => {
    assert.equal(rowToVerify([stranger('y'), stranger('z')]), undefined);
    assert.equal(rowToVerify([{ openid: 'z', subscribe: 1 }]), undefined);
    assert.equal(rowToVerify([a, stranger('z')]), a);
    assert.equal(rowToVerify([]), undefined);
  });

  it('is verified by the same unionid and follow time under the same openid', () => {
    assert.ok(isVerified(a, { ...a, remark: 'changed since' }));
    assert.ok(!isVerified(a, { ...a, unionid: 'u-b' }));
    assert.ok(!isVerified(a, { ...a, subscribe_time: 1 }));
    assert.ok(!isVerified(a, { ...a, openid: 'b' }));
  });
});

describe('an answer that could be shifted', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  async function run(openids: readonly string[], concurrency = 4) {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    const outcomes = await collect(runBatch(client, openids, runOptions({ onEvent, concurrency })));
    return { outcomes, events };
  }

  /** What WeChat says of each singly: the truth. */
  async function expectTruth(outcomes: readonly Outcome[]): Promise<void> {
    for (const outcome of outcomes) {
      assert.ok(outcome.kind === 'following' || outcome.kind === 'notFollowing');
      assert.deepEqual(outcome.profile, await client.userInfo(outcome.openid));
    }
  }

  it('is asked about singly once, and believed where it is right', async () => {
    const openids = [...account.openids({}, 150), ...account.openids({ state: 'neverFollowed' }, 1)];
    const { outcomes, events } = await run(openids);
    assert.deepEqual(
      eventsOf(events, 'verified').map(({ openid }) => openid),
      [openids[149]],
    );
    assert.equal(weChat.calls(userInfoPath), 1);
    assert.equal(outcomes.length, 151);
    assert.equal(eventsOf(events, 'shifted').length, 0);
    await expectTruth(outcomes);
  });

  it('is not asked about where all rows are alike', async () => {
    const { events } = await run(account.openids({}, 250));
    assert.equal(eventsOf(events, 'verified').length, 0);
    assert.equal(weChat.calls(userInfoPath), 0);
  });

  it('is asked for person by person where it is shifted, and gives nobody what is another’s', async () => {
    const openids = account.openids({}, 130);
    const [first] = openids.slice(20);
    weChat.faults.add({ kind: 'rows', how: 'shifted', where: openid => openid === first });
    const { outcomes, events } = await run(openids);
    assert.deepEqual(byKind(outcomes), { following: [...openids].sort() });
    assert.deepEqual(
      eventsOf(events, 'shifted').map(event => event.openids),
      [openids.slice(0, 100)],
    );
    // One proves it, and is not asked twice.
    assert.equal(weChat.calls(userInfoPath), 100);
    weChat.faults.clear();
    await expectTruth(outcomes);
  });

  it('gives no outcome before it is proven', async () => {
    const openids = account.openids({}, 100);
    weChat.faults.add({ kind: 'rows', how: 'shifted' }, { path: batchGetPath });
    const settled: string[][] = [];
    for await (const { outcomes } of fetchOutcomes(client, openids, runOptions())) {
      settled.push(outcomes.map(({ openid }) => openid));
    }
    assert.equal(settled.length, 100);
    assert.ok(settled.every(({ length }) => length === 1));
  });

  it('is shifted where WeChat does not know the person that it gave a row for', async () => {
    const openids = account.openids({}, 10);
    const [, , , , , , , , asked] = openids;
    weChat.faults.add({ kind: 'rows', how: 'shifted' }, { path: batchGetPath });
    weChat.faults.add(
      { kind: 'errcode', errcode: 40003 },
      { path: userInfoPath, when: request => request.openids.includes(asked ?? '') },
    );
    const { outcomes, events } = await run(openids);
    assert.equal(eventsOf(events, 'shifted').length, 1);
    assert.deepEqual(byKind(outcomes), {
      following: openids.filter(openid => openid !== asked).sort(),
      invalid: [asked],
    });
  });

  it('fails, with its rows kept beside, where the proof cannot be had', async () => {
    const openids = [...account.openids({}, 3), ...account.openids({ state: 'neverFollowed' }, 1)];
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: userInfoPath });
    const { outcomes } = await run(openids);
    assert.deepEqual(byKind(outcomes), { failed: [...openids].sort() });
    for (const outcome of outcomes) {
      assert.ok(outcome.kind === 'failed');
      assert.equal(outcome.profile?.openid, outcome.openid);
    }
    assert.equal(weChat.calls(userInfoPath), 5);
  });

  it('still has its missing and doubtful rows asked for singly once it is proven', async () => {
    const openids = [...account.openids({}, 20), ...account.openids({ state: 'neverFollowed' }, 1)];
    const [missing] = openids;
    const where = (openid: string) => openid === missing;
    weChat.faults.add({ kind: 'rows', how: 'dropped', where }, { path: batchGetPath });
    const { outcomes, events } = await run(openids);
    assert.equal(eventsOf(events, 'verified').length, 1);
    assert.equal(weChat.calls(userInfoPath), 2);
    assert.equal(outcomes.length, 21);
  });

  it('is dated by when it came, not by its proof', async () => {
    const openids = [...account.openids({}, 3), ...account.openids({ state: 'neverFollowed' }, 1)];
    let time = 1_000;
    const onEvent = ({ kind }: RunEvent) => {
      if (kind === 'call') time += 1_000;
    };
    const times: number[] = [];
    for await (const { at } of fetchOutcomes(client, openids, runOptions({ onEvent, now: () => time }))) {
      times.push(at);
    }
    assert.deepEqual(times, [2_000]);
  });
});
