import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as path from 'node:path';

import { LearnedPrefixes } from '../../../../src/accounts';
import { commands } from '../../../../src/manifest';
import { paths, useExtension } from '../../useExtension';

const question = 'The list may mix accounts or hold unionids';
const eachItsOwn = 'Run each group under its own account';

const everyAccount = '$(search) Ask every account';

describe('a list that mixes accounts', () => {
  const { window, extension, person } = useExtension({ registered: 2 });
  let own: string[];
  let others: string[];

  /** From here on the window knows how the openids of both accounts begin. */
  beforeEach(async () => {
    own = extension.account.openids({}, 150);
    others = extension.other.openids({}, 120);
    for (const account of [extension.account, extension.other]) {
      const [openid] = account.openids({}, 1);
      await extension.run(commands.lookup, { openid, appId: account.appId, show: false });
    }
    extension.weChat.forgetRequests();
  });

  it('runs as one batch an account without a question, and the summary is the first one’s', async () => {
    const summary = await run([...own.slice(0, 3), ...others.slice(0, 2)]);
    assert.deepEqual(await kept(), [
      { appId: extension.account.appId, state: 'done', total: 3 },
      { appId: extension.other.appId, state: 'done', total: 2 },
    ]);
    assert.ok(typeof summary === 'object' && summary !== null && 'counts' in summary);
    assert.equal((summary.counts as { following: number }).following, 3);
    assert.equal(window.panels.length, 2);
  });

  it('asks where a beginning is not known: how it begins, and how many openids each account would get', async () => {
    person.closes(question);
    await run([...own.slice(0, 3), ...others.slice(0, 2), ...strangers(1)]);
    const [shown] = window.shown;
    assert.match(shown?.text ?? '', /It has 3 different beginnings: \w+… \(3\), \w+… \(2\), [\w-]+… \(1\)/);
    assert.deepEqual(
      shown?.items.find(({ label }) => label === eachItsOwn)?.description,
      `${extension.account.name}: 3, ${extension.other.name}: 2`,
    );
    assert.deepEqual(await kept(), []);
  });

  it('keeps the order of the list within each batch', async () => {
    await run([own[1], others[0], own[0], own[2]].map(String));
    const { id = '' } = (await extension.store().list()).find(({ counts }) => counts.following === 3) ?? {};
    assert.deepEqual((await extension.store().open(id))?.openids, [own[1], own[0], own[2]]);
  });

  it('gives what begins like nothing else to the largest of them, which can tell', async () => {
    await run([...own.slice(0, 3), ...others.slice(0, 2), 'odd']);
    assert.deepEqual(
      (await kept()).map(({ total }) => total),
      [4, 2],
    );
  });

  describe('of which nothing is known', () => {
    beforeEach(async () => {
      await rm(path.join(extension.folder, 'prefixes'), { recursive: true });
      extension.reload();
      extension.weChat.forgetRequests();
    });

    it('is divided by asking every account about one openid of each beginning', async () => {
      person.chooses(question, everyAccount);
      await run([...own.slice(0, 3), ...others.slice(0, 2)]);
      assert.equal(window.shown[0]?.choices[0], everyAccount);
      assert.equal(
        window.shown[0].items[0]?.description,
        '4 API calls: one openid of each unknown beginning',
      );
      const asked = extension.weChat.requests.filter(request => request.path === paths.userInfo);
      assert.ok(asked.length <= 4, `${asked.length} calls`);
      assert.deepEqual(
        (await kept()).map(({ appId, total }) => [appId, total]),
        [
          [extension.account.appId, 3],
          [extension.other.appId, 2],
        ],
      );
    });

    it('asks no account that does not use the API, nor counts it', async () => {
      await extension.registry().add({ appId: 'wx00000000000000aa', name: 'Shop' }, { kind: 'none' });
      person.closes(question);
      await run([...own.slice(0, 3), ...others.slice(0, 2)]);
      const item = window.shown[0]?.items.find(({ label }) => label === everyAccount);
      assert.equal(item?.description, '4 API calls: one openid of each unknown beginning');
    });

    it('asks once more, and without that choice, about what no account knows', async () => {
      person.chooses(question, everyAccount).chooses(question, eachItsOwn);
      await run([...own.slice(0, 3), ...others.slice(0, 2), ...strangers(1)]);
      const last = window.shown.filter(({ kind }) => kind === 'pick').at(-1);
      assert.ok(!last?.choices.includes(everyAccount));
      assert.deepEqual(
        (await kept()).map(({ total }) => total),
        [3, 2],
      );
    });

    it('goes to who says “not following”, and teaches nothing by it', async () => {
      const left = extension.other.openids({ state: 'neverFollowed' }, 1);
      person.chooses(question, everyAccount);
      await run([...own.slice(0, 2), ...left]);
      assert.deepEqual(
        (await kept()).map(({ total }) => total),
        [2, 1],
      );
      const prefixes = new LearnedPrefixes(path.join(extension.folder, 'prefixes'), assert.ifError);
      assert.deepEqual(await prefixes.accountsOf(left[0] ?? ''), []);
    });

    it('opens nothing for a caller who wants nothing opened', async () => {
      const openids = [...own.slice(0, 3), ...others.slice(0, 2)];
      await assert.rejects(
        extension.run(commands.batchFetch, { openids, show: false }),
        /ambiguousAccount: .*“?\w+…/,
      );
      assert.deepEqual([window.shown, extension.weChat.requests], [[], []]);
    });
  });

  it('says how many openids are left out', async () => {
    person.chooses(question, eachItsOwn);
    await run([...own.slice(0, 2), ...others.slice(0, 2), ...strangers(3)]);
    const item = window.shown[0]?.items.find(({ label }) => label === eachItsOwn);
    assert.match(item?.detail ?? '', /not known yet: 3\.$/);
    assert.equal((await kept()).length, 2);
  });

  it('runs only one beginning where the user says so', async () => {
    person.chooses(question, `Run only the 2 that begin with ${extension.other.prefix}`);
    await run([...own.slice(0, 3), ...others.slice(0, 2), ...strangers(1)]);
    assert.deepEqual(await kept(), [{ appId: extension.other.appId, state: 'done', total: 2 }]);
  });

  it('runs all of it under one account where the user says so', async () => {
    person.chooses(question, 'Run all 6 under one account');
    await run([...own.slice(0, 3), ...others.slice(0, 2), ...strangers(1)]);
    assert.deepEqual(await kept(), [{ appId: extension.account.appId, state: 'done', total: 6 }]);
  });

  it('stops with the batch that was cancelled; the next one waits to be resumed', async () => {
    const gate = extension.weChat.hold(paths.batchGet);
    const running = run([...own, ...others.slice(0, 2)]);
    await gate.arrived(1);
    window.progress.at(-1)?.cancel();
    await running;
    assert.deepEqual(
      (await kept()).map(({ state, total }) => [state, total]),
      [
        ['cancelled', 150],
        ['interrupted', 2],
      ],
    );
  });

  it('asks all its questions before the first call', async () => {
    window.set('wechatOpenid.confirmAbove', 100);
    person.chooses('Fetch 150 profiles', 'Fetch').closes('Fetch 120 profiles');
    await run([...own, ...others]);
    assert.equal(extension.weChat.calls(paths.batchGet), 0);
    assert.deepEqual(await kept(), []);
  });

  it('runs two beginnings of one account as one batch, and asks nothing where there are no others', async () => {
    const [stranger = ''] = strangers(1);
    const prefixes = new LearnedPrefixes(path.join(extension.folder, 'prefixes'), assert.ifError);
    await prefixes.learn(extension.account.appId, [
      { kind: 'following', openid: stranger, profile: { openid: stranger } },
    ]);
    extension.reload();
    await run([...own.slice(0, 2), ...strangers(2)]);
    assert.deepEqual(await kept(), [{ appId: extension.account.appId, state: 'done', total: 4 }]);
    await run([...own.slice(0, 2), ...others.slice(0, 1), ...strangers(2)]);
    assert.deepEqual((await kept()).map(({ total }) => total).sort(), [1, 4, 4]);
  });

  it('is no question where the caller names the account', async () => {
    await run([...own.slice(0, 1), ...others.slice(0, 1)], extension.other.appId);
    assert.deepEqual(await kept(), [{ appId: extension.other.appId, state: 'done', total: 2 }]);
  });

  /** Well-formed openids of an account that nobody registered. */
  function strangers(count: number): string[] {
    return extension.account.openids({ state: 'foreign' }, count);
  }

  function run(openids: readonly string[], appId?: string) {
    return extension.run(commands.batchFetch, { openids, ...(appId !== undefined && { appId }) });
  }

  /** The batches on disk, the first account's first. */
  async function kept() {
    const entries = await extension.store().list();
    const rank = (appId: string) => (appId === extension.account.appId ? 0 : 1);
    return entries
      .map(({ appId, state, counts }) => ({ appId, state, total: sum(Object.values(counts)) }))
      .sort((a, b) => rank(a.appId) - rank(b.appId));
  }
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
