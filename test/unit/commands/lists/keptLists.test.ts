import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Uri } from 'vscode';

import { type Account } from '../../../../src/accounts';
import { type ListedOpenids } from '../../../../src/jobs/batches/batchStart';
import { ListFetch } from '../../../../src/jobs/lists/listFetch';
import { ListSides } from '../../../../src/jobs/lists/listSides';
import { type FollowerList, ListStore, openidsOf } from '../../../../src/lists';
import { commands } from '../../../../src/manifest';
import { listTitle } from '../../../../src/ui/texts/listTexts';
import { paths, until, useExtension } from '../../useExtension';

describe('a kept follower list', () => {
  const { window, extension, person } = useExtension();
  const said = (words: string | RegExp) =>
    window.messages.find(text => (typeof words === 'string' ? text.includes(words) : words.test(text)));

  async function browse(): Promise<FollowerList> {
    person.chooses(/^Browse the followers/, 'Browse');
    await extension.run(commands.browseFollowers, { appId: extension.account.appId });
    return (await extension.lists().lists()).lists[0] ?? assert.fail();
  }
  const openids = async ({ id, found }: FollowerList) => openidsOf(await extension.lists().source(id), found);
  const asked = () => new Set(extension.weChat.requests.flatMap(request => request.openids));

  describe('Fetch Profiles of List…', () => {
    it('fetches all of them as a batch, and says what that costs', async () => {
      const list = await browse();
      person.chooses('Fetch whose profiles?', 'All');
      await extension.run(commands.fetchProfilesOfList, { listId: list.id });
      const question = window.shown.find(({ text }) => text.startsWith('Fetch whose profiles?'));
      assert.equal(
        question?.items[0]?.description,
        `People: ${list.found} · API calls: ${Math.ceil(list.found / 100)}`,
      );
      assert.deepEqual(question.choices, ['All', 'A Sample…']);
      const { counts, source, appId } = await extension.batch();
      assert.deepEqual([counts.following, appId], [list.found, extension.account.appId]);
      assert.match(source, /^Followers, /);
    });

    it('asks once more where it is more than the settings allow', async () => {
      const list = await browse();
      window.set('wechatOpenid.confirmAbove', 100);
      person.chooses('Fetch whose profiles?', 'All').closes(`Fetch ${list.found} profiles with`);
      await extension.run(commands.fetchProfilesOfList, { listId: list.id });
      assert.deepEqual(await extension.store().list(), []);
    });

    it('fetches those who are new since an earlier list, and nobody else', async () => {
      const [gone = '', ...newcomers] = extension.account.openids({}, 6);
      for (const openid of newcomers) extension.account.setFollowing(openid, false);
      const earlier = await browse();
      for (const openid of newcomers) extension.account.setFollowing(openid, true);
      extension.account.setFollowing(gone, false);
      const later = await browse();
      extension.weChat.forgetRequests();
      person.chooses('Fetch whose profiles?', 'The New Ones…');
      person.chooses('New since which list or batch?', listTitle(earlier));
      await extension.run(commands.fetchProfilesOfList, { listId: later.id });
      assert.deepEqual(asked(), new Set(newcomers));
      assert.match((await extension.batch()).source, /, new since Followers, /);
    });

    it('says so where nobody is new', async () => {
      const earlier = await browse();
      const later = await browse();
      person.chooses('Fetch whose profiles?', 'The New Ones…').chooses('New since', listTitle(earlier));
      await extension.run(commands.fetchProfilesOfList, { listId: later.id });
      await until(() => !!said('Nobody is new since Followers, '));
      assert.deepEqual(await extension.store().list(), []);
    });

    it('fetches a sample that is spread evenly over the list', async () => {
      const list = await browse();
      extension.weChat.forgetRequests();
      person.chooses('Fetch whose profiles?', 'A Sample…');
      person.types(`How many of ${list.found}?`, '0', 'x', String(list.found + 1), '10');
      await extension.run(commands.fetchProfilesOfList, { listId: list.id });
      const all = await openids(list);
      const expected = Array.from({ length: 10 }, (_, at) => all[Math.floor((at * all.length) / 10)] ?? '');
      assert.deepEqual(asked(), new Set(expected));
    });
  });

  it('of more than a batch takes becomes several batches, named 1/2 and 2/2, which hold everybody once', async () => {
    const { id } = await browse();
    const store = extension.lists();
    const list = await store.open(id);
    const taken: { source: string; openids: readonly string[] }[] = [];
    const start = {
      async runListed({ portions, sourceOf }: ListedOpenids) {
        for await (const portion of portions)
          taken.push({ source: sourceOf(taken.length), openids: portion });
      },
    };
    const most = Math.ceil(list.found / 2);
    const fetch = new ListFetch(store, new ListSides(store, extension.store()), start, most);
    person.chooses('Fetch whose profiles?', 'All');
    const { appId, name } = extension.account;
    await fetch.run({ appId, name } as Account, list);
    assert.deepEqual(
      taken.map(({ source }) => source),
      [`${listTitle(list)} 1/2`, `${listTitle(list)} 2/2`],
    );
    assert.deepEqual(
      taken.flatMap(each => each.openids),
      extension.account.openids(),
    );
    assert.equal(taken[0]?.openids.length, most);
  });

  describe('Export List…', () => {
    for (const { format, read } of [
      { format: 'CSV', read: columnOf },
      { format: 'JSON', read: (text: string) => JSON.parse(text) as string[] },
      {
        format: 'NDJSON',
        read: (text: string) =>
          text
            .trim()
            .split('\n')
            .map(line => (JSON.parse(line) as { openid: string }).openid),
      },
    ])
      it(`writes every openid as ${format}`, async () => {
        const list = await browse();
        const file = path.join(extension.folder, 'out');
        person.chooses('Export in which format?', format).names('Save', Uri.file(file));
        await extension.run(commands.exportList, { listId: list.id });
        assert.deepEqual(read(await readFile(file, 'utf8')), await openids(list));
      });
  });

  describe('Remove List', () => {
    it('asks, says what is lost, and removes it', async () => {
      const { id } = await browse();
      person.closes(/Remove the list "Lens Demo 服务号 · Followers, .*never who followed then/s);
      await extension.run(commands.removeList, { listId: id });
      await extension.list();
      person.chooses('Remove the list', 'Remove');
      await extension.run(commands.removeList, { listId: id });
      assert.deepEqual((await extension.lists().lists()).lists, []);
    });

    it('refuses one that is being walked', async () => {
      const gate = extension.weChat.hold(paths.followers);
      person.chooses(/^Browse the/, 'Browse').chooses('Remove the list', 'Remove');
      const walk = extension.run(commands.browseFollowers, { appId: extension.account.appId });
      await gate.arrived(1);
      const { id } = await extension.list();
      await extension.run(commands.removeList, { listId: id });
      await until(() => !!said('This list is being walked'));
      await extension.run(commands.removeList);
      await until(() => !!said('There is no list to remove.'));
      gate.open();
      await walk;
    });
  });

  it('has nothing to resume once it is complete', async () => {
    const { id } = await browse();
    await extension.run(commands.resumeList, { listId: id });
    await until(() => !!said('This list is complete'));
    await extension.run(commands.resumeList);
    await until(() => !!said('Every list is complete'));
    await extension.run(commands.resumeList, { listId: 'list-gone' });
    await until(() => !!said('This list is no longer kept.'));
  });

  it('is offered to be picked by account, time and count', async () => {
    const { found } = await browse();
    person.closes('Export which list?');
    await extension.run(commands.exportList);
    const [item] = window.shown.at(-1)?.items ?? [];
    assert.match(item?.label ?? '', /^Followers, /);
    assert.match(item?.description ?? '', /^Lens Demo 服务号 · /);
    assert.equal(item?.detail, `${found} found`);
  });

  it('goes when its time is over, in the cleaning at the beginning of a window', async () => {
    const { appId, name: accountName } = extension.account;
    const head = { appId, accountName, list: { kind: 'followers' }, forMigration: false } as const;
    const days = (count: number) => count * 86_400_000;
    const then = new ListStore(path.join(extension.folder, 'lists'), {
      retentionDays: () => 30,
      now: () => Date.now() - days(31),
    });
    const old = await then.create(head);
    const migrating = await then.create({ ...head, forMigration: true });
    const { id } = await extension.lists().create(head);
    extension.reload();
    const left = async () => (await extension.lists().lists()).lists.map(list => list.id);
    while ((await left()).includes(old.id)) await new Promise(resolve => setImmediate(resolve));
    assert.deepEqual(new Set(await left()), new Set([id, migrating.id]));
  });

  it('goes with the history of its account', async () => {
    await browse();
    person.chooses(/Clear the history of .*follower lists: 1\./s, 'Clear');
    await extension.run(commands.clearHistory, { appId: extension.account.appId });
    await until(() => window.messages.length > 0);
    assert.deepEqual((await extension.lists().lists()).lists, []);
  });
});

/** The values of a table of one column. */
function columnOf(text: string): string[] {
  const rows: string[][] = parse(text, { bom: true });
  return rows.slice(1).flat();
}
