import assert from 'node:assert/strict';

import { type Account } from '../../../../src/accounts';
import { Browse } from '../../../../src/jobs/lists/browse';
import { openidsOf } from '../../../../src/lists';
import { commands } from '../../../../src/manifest';
import { paths, until, useExtension } from '../../useExtension';

describe('browsing the lists of an account', () => {
  const { window, extension, person } = useExtension({ followers: 26_500 });
  const said = (words: string) => window.messages.find(text => text.includes(words));
  const question = (words: string) => window.shown.find(({ text }) => text.includes(words));
  const browse = (more: object = {}) =>
    extension.run(commands.browseFollowers, { appId: extension.account.appId, ...more });
  const everybody = 'Browse the followers of Lens Demo 服务号?';

  async function keptOpenids(): Promise<string[]> {
    const { id, found } = await extension.list();
    return openidsOf(await extension.lists().source(id), found);
  }

  it('asks what it costs, walks to the end, and says what was found', async () => {
    person.chooses(everybody, 'Browse');
    await browse();
    const count = extension.account.followerCount;
    assert.deepEqual(await keptOpenids(), extension.account.openids());
    await until(() => said('Followers of') !== undefined);
    assert.equal(said('Followers of'), `Followers of Lens Demo 服务号: ${count.toLocaleString('en')} found.`);
    assert.deepEqual(question('Followers of')?.choices, ['Fetch Profiles…', 'Export…']);
    const [progress] = window.progress;
    assert.equal(progress?.title, 'Browsing: Followers (Lens Demo 服务号)');
    assert.equal(progress.messages[0], `10,000 of ${count.toLocaleString('en')}`);
    assert.equal(extension.weChat.calls(paths.followers), 3);
  });

  it('names the pages that it will take, once WeChat has said how many there are', async () => {
    person.chooses(everybody, 'Browse').closes(everybody);
    await browse();
    await browse();
    const [first, second] = window.shown.filter(({ text }) => text.startsWith(everybody));
    assert.deepEqual(
      first?.items.map(({ description }) => description),
      ['One API call for 10,000 openids; the first one tells how many there are.', undefined],
    );
    assert.match(second?.items[0]?.description ?? '', /^About 3 API calls, for 2\d,\d{3} openids\.$/);
  });

  it('asks nothing of the list where the question is closed', async () => {
    person.closes(everybody);
    await browse();
    assert.equal(extension.weChat.calls(paths.followers), 0);
    assert.deepEqual((await extension.lists().lists()).lists, []);
  });

  it('keeps what was found when it is cancelled, and goes on there', async () => {
    const gate = extension.weChat.hold(paths.followers);
    person.chooses(everybody, 'Browse').chooses('The walk was cancelled at 10,000', 'Resume');
    const walk = browse();
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    window.progress[0]?.cancel();
    await walk;
    assert.equal((await extension.list()).found, 10_000);
    extension.weChat.forgetRequests();
    gate.open();
    await until(() => said('Followers of') !== undefined);
    assert.deepEqual(await keptOpenids(), extension.account.openids());
    assert.equal(extension.weChat.calls(paths.followers), 2);
  });

  it('leaves no list behind where nothing came', async () => {
    const gate = extension.weChat.hold(paths.followers);
    person.chooses(everybody, 'Browse');
    const walk = browse();
    await gate.arrived(1);
    window.progress[0]?.cancel();
    await walk;
    gate.open();
    assert.ok(said('The walk was cancelled before anything was found.'));
    extension.account.become('unverified');
    person.chooses(everybody, 'Browse');
    await browse();
    assert.match(said('48001') ?? '', /^Lens Demo 服务号: 48001 · /);
    assert.deepEqual((await extension.lists().lists()).lists, []);
  });

  it('stops where the quota of the day is used up, and is gone on with after a reload', async () => {
    const gate = extension.weChat.hold(paths.followers);
    person.chooses(everybody, 'Browse');
    const walk = browse();
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    extension.account.become('quotaUsedUp');
    gate.open();
    await walk;
    const message = said('The walk stopped');
    assert.match(message ?? '', /The walk stopped at \d+,000; what was found is kept\. 45009 · /);
    assert.deepEqual(question('The walk stopped')?.choices.slice(0, 2), ['Resume', 'Reset API Quota…']);
    extension.account.become('healthy');
    extension.reload();
    person.chooses(everybody, 'Resume');
    await browse();
    assert.deepEqual(await keptOpenids(), extension.account.openids());
  });

  it('is not walked a second time while another window walks it', async () => {
    const { appId, name: accountName } = extension.account;
    const other = extension.lists();
    const list = { kind: 'followers' } as const;
    const { id } = await other.create({ appId, accountName, list, forMigration: false });
    const page = (cursor: string) =>
      cursor === ''
        ? Promise.resolve({ openids: ['oA'], nextOpenid: 'oA', total: 7 })
        : new Promise<never>(() => undefined);
    await new Promise<void>(resolve => {
      const options = { signal: new AbortController().signal, onPage: () => resolve() };
      void other.walk(id, { fullPage: 1, page }, options);
    });
    await browse();
    await until(() => said('is being browsed already') !== undefined);
    assert.equal(
      said('is being browsed already'),
      'Followers of Lens Demo 服务号 is being browsed already: walking in another window, 1 of 7. The sidebar shows how far it is.',
    );
    assert.equal(extension.weChat.calls(paths.followers), 0);
  });

  it('is not walked either where another window has begun while the question was open', async () => {
    const { appId, name } = extension.account;
    const list = { kind: 'followers' } as const;
    const begun = await extension.lists().create({ appId, accountName: name, list, forMigration: false });
    const looks = [[], [{ ...begun, isWalked: true, isElsewhere: true }]];
    const store = {
      lists: () => Promise.resolve({ lists: looks.shift() ?? [], unreadable: [] }),
      create: () => assert.fail('no list is made'),
    };
    const nobody = { followersOf: () => Promise.resolve(undefined), known: () => Promise.resolve(undefined) };
    const walk = { run: () => assert.fail('nothing is walked') };
    const clients = { for: () => assert.fail('nobody is asked') };
    const browsing = new Browse(store, walk, clients, nobody, nobody, () => Promise.resolve(false));
    person.chooses(everybody, 'Browse');
    await assert.rejects(
      browsing.run({ appId, name } as Account, list),
      /is being browsed already: walking in another window, 0 found so far\./,
    );
  });

  it('begins anew where that is wanted', async () => {
    const { appId, name: accountName } = extension.account;
    const list = { kind: 'followers' } as const;
    const page = { openids: ['oA'], nextOpenid: 'oA', total: 2 };
    const begun = await extension.lists().create({ appId, accountName, list, forMigration: false });
    const source = {
      fullPage: 1,
      page: (cursor: string) =>
        cursor === '' ? Promise.resolve(page) : Promise.reject(new Error('cut off')),
    };
    const signal = new AbortController().signal;
    await assert.rejects(extension.lists().walk(begun.id, source, { signal }));
    person.chooses(everybody, 'Begin Anew');
    await browse();
    const { lists } = await extension.lists().lists();
    assert.deepEqual(
      lists.map(({ isComplete }) => isComplete),
      [true, false],
    );
  });

  it('says how many follow now, and how many WeChat counted then', async () => {
    const gate = extension.weChat.hold(paths.followers);
    const count = extension.account.followerCount;
    person.chooses(everybody, 'Browse');
    const walk = browse();
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    for (const openid of extension.account.openids().slice(-3)) extension.account.setFollowing(openid, false);
    gate.open();
    await walk;
    await until(() => said('Followers of') !== undefined);
    const [now, then] = [count - 3, count].map(each => each.toLocaleString('en'));
    assert.ok(said(`${now} found now, ${then} counted then`));
  });

  it('lives in memory where no history is wanted, and says so', async () => {
    window.set('wechatOpenid.history.retentionDays', 0);
    person.chooses(everybody, 'Browse');
    await browse();
    assert.match(window.progress[0]?.title ?? '', /kept in memory only/);
    assert.deepEqual((await extension.lists().lists()).lists, []);
  });

  it('browses a tag, whose people it holds against the count of the list of tags', async () => {
    const { appId } = extension.account;
    await extension.run(commands.refreshTags, { appId });
    person.chooses('Browse the people of Lens Demo 服务号 with the tag VIP 会员?', 'Browse');
    await browse({ tagId: 100 });
    const tagged = extension.account
      .openids()
      .filter(openid => extension.account.personOf(openid)?.tagIds.includes(100));
    assert.deepEqual(await keptOpenids(), tagged);
    assert.deepEqual((await extension.list()).list, { kind: 'tag', tagId: 100, name: 'VIP 会员' });
  });

  it('asks from the palette whom to browse, where the tags are known', async () => {
    await extension.run(commands.refreshTags, { appId: extension.account.appId });
    person.chooses('Browse whom?', 'Tag 深圳').chooses('with the tag 深圳?', 'Browse');
    await extension.run(commands.browseFollowers);
    assert.equal((await extension.list()).list.kind, 'tag');
  });

  it('browses the blacklist', async () => {
    person.chooses('Browse the blacklist of Lens Demo 服务号?', 'Browse');
    await extension.run(commands.browseBlacklist, { appId: extension.account.appId });
    const { found, isComplete } = await extension.list();
    assert.ok(found > 100 && isComplete);
  });
});
