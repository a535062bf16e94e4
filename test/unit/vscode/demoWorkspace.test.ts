import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parse } from 'csv-parse/sync';

import { findOpenids } from '../../../src/openids';
import { writeDemoWorkspace } from '../../vscode/demoWorkspace';
import { ordinaryTexts, type SimulatedWeChat, startWeChat } from '../../wechat';

describe('the demo of npm start', () => {
  let weChat: SimulatedWeChat;
  let folder: string;

  before(async () => {
    weChat = await startWeChat({ followers: 900, texts: ordinaryTexts });
    folder = await mkdtemp(path.join(tmpdir(), 'lens-demo-'));
    await writeDemoWorkspace(folder, weChat);
  });
  after(async () => {
    await weChat.close();
    await rm(folder, { recursive: true, force: true });
  });

  const text = (name: string) => readFile(path.join(folder, name), 'utf8');
  const rows = async (name: string) =>
    parse(await text(name), { columns: true }) as unknown as readonly Readonly<Record<string, string>>[];

  it('shows people as a real account has them: nothing that looks like a formula, markup or an attack', () => {
    const [account] = weChat.accounts;
    const people = account.openids().flatMap(openid => account.personOf(openid) ?? []);
    const texts = [
      ...people.flatMap(({ remark, qrSceneStr }) => [remark, qrSceneStr]),
      ...account.tags.all.map(({ name }) => name),
    ].filter(each => each !== '');
    assert.ok(texts.length > 300);
    for (const each of texts) assert.match(each, /^[^=+@<>"'\\${}\p{C}-][^=<>"\\${}\p{C}]*$/u);
  });

  it('holds openids to look up in every file, a few of them bad in the list of a ticket', async () => {
    assert.deepEqual((await readdir(folder)).sort(), [
      ...['app.log', 'events.ndjson', 'members.csv', 'orders.csv', 'ticket-4711.json'],
    ]);
    for (const [name, count] of [
      ['app.log', 24],
      ['events.ndjson', 30],
      ['orders.csv', 60],
    ] as const)
      assert.equal((await findOpenids(await text(name))).openids.length, count, name);
    assert.equal((JSON.parse(await text('ticket-4711.json')) as unknown[]).length, 250);
  });

  it("holds a Mini Program's pairs, of people who are in the accounts, too", async () => {
    const members = await rows('members.csv');
    assert.ok(members.length > 60);
    const known = new Set(
      weChat.accounts.flatMap(account =>
        account.openids({}, 60).map(openid => account.personOf(openid)?.unionid ?? ''),
      ),
    );
    for (const { unionid = '', mini_openid = '' } of members) {
      assert.ok(known.has(unionid), unionid);
      assert.match(mini_openid, /^oMiniP[\w-]{22}$/);
    }
    assert.equal(new Set(members.map(({ user_id }) => user_id)).size, members.length);
  });
});
