import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { Uri } from 'vscode';

import { commands, viewTypes } from '../../../../src/manifest';
import {
  type FromComparison,
  toComparison,
  type ToComparison,
} from '../../../../src/protocol/messages/comparisonMessages';
import { type ComparedPart } from '../../../../src/protocol/views/comparisonView';
import { listTitle } from '../../../../src/ui/texts/listTexts';
import { type WebviewPanel } from '../../../fakeVSCode';
import { until, useExtension } from '../../useExtension';

describe('Compare Lists…', () => {
  const { window, extension, person } = useExtension();
  let came: string[];
  let left: string[];

  beforeEach(() => {
    const [a = '', b = '', c = '', d = '', e = ''] = extension.account.openids({}, 5);
    [came, left] = [
      [a, b],
      [c, d, e],
    ];
  });

  async function browse(): Promise<string> {
    person.chooses(/^Browse the followers/, 'Browse');
    await extension.run(commands.browseFollowers, { appId: extension.account.appId });
    return (await extension.lists().lists()).lists[0]?.id ?? assert.fail();
  }

  async function fetch(openids: readonly string[]): Promise<string> {
    await extension.run(commands.batchFetch, { openids, appId: extension.account.appId });
    const batches = (await extension.store().list()).sort((a, b) => b.startedAt - a.startedAt);
    return batches[0]?.id ?? assert.fail();
  }

  /** Two walks, between which some came and some left. */
  async function twoLists(): Promise<readonly [string, string]> {
    for (const openid of came) extension.account.setFollowing(openid, false);
    const earlier = await browse();
    for (const openid of came) extension.account.setFollowing(openid, true);
    for (const openid of left) extension.account.setFollowing(openid, false);
    return [earlier, await browse()];
  }

  /** The page of the last panel, as the webview sees it. */
  function page() {
    const panel: WebviewPanel = window.panels.at(-1) ?? assert.fail('no panel');
    panel.says({ type: 'ready' });
    const messages = () =>
      panel.told.flatMap(sent => {
        const { message } = v.parse(v.looseObject({ message: v.optional(v.unknown()) }), sent);
        const read = v.safeParse(toComparison, message);
        return read.success ? [read.output] : [];
      });
    const of = <Type extends ToComparison['type']>(type: Type) =>
      messages().filter((each): each is Extract<ToComparison, { type: Type }> => each.type === type);
    return {
      view: () => of('comparison').at(-1)?.comparison ?? assert.fail('nothing is shown'),
      post: (message: FromComparison) => panel.says({ generation: 1, message }),
      async rows(part: ComparedPart, at = 0) {
        this.post({ type: 'ask', part, page: at });
        await until(() => of('rows').some(each => each.part === part && each.page === at));
        return of('rows').at(-1)?.rows ?? [];
      },
    };
  }
  const countsOf = ({ view }: ReturnType<typeof page>) =>
    view().parts.map(({ part, count }) => [part, count] as const);

  it('shows who came, who left, and how many stayed', async () => {
    const [earlier, later] = await twoLists();
    const title = listTitle(await extension.lists().open(earlier));
    person.chooses(/^Compare Followers, .* with which/, title);
    await extension.run(commands.compareLists, { listId: later });
    const shown = page();
    const stayed = extension.account.followerCount - came.length;
    assert.deepEqual(countsOf(shown), [['came', 2], ['left', 3], ['stayed', stayed]]); // prettier-ignore
    assert.deepEqual(
      (await shown.rows('came')).map(({ openid }) => openid),
      extension.account.openids().filter(openid => came.includes(openid)),
    );
    assert.deepEqual(new Set((await shown.rows('left')).map(({ openid }) => openid)), new Set(left));
    assert.match(shown.view().earlier.facts[0] ?? '', / found$/);
    assert.deepEqual(shown.view().notes, []);
  });

  it('takes the earlier for the earlier, whichever was named first', async () => {
    const [earlier, later] = await twoLists();
    await extension.run(commands.compareLists, { listId: later }, { listId: earlier });
    assert.deepEqual(countsOf(page()).slice(0, 2), [['came', 2], ['left', 3]]); // prettier-ignore
  });

  it('says where a walk had not come to its end', async () => {
    const earlier = await browse();
    const { appId, name: accountName } = extension.account;
    const list = { kind: 'followers' } as const;
    const { id } = await extension.lists().create({ appId, accountName, list, forMigration: false });
    const source = {
      fullPage: 1,
      page: (cursor: string) =>
        cursor === ''
          ? Promise.resolve({ openids: ['oA'], nextOpenid: 'oA', total: 2 })
          : Promise.reject(new Error('cut off')),
    };
    const { signal } = new AbortController();
    await assert.rejects(extension.lists().walk(id, source, { signal }));
    await extension.run(commands.compareLists, { listId: earlier }, { listId: id });
    assert.match(page().view().notes[0] ?? '', /^The walk of Followers, .* has not come to its end/);
  });

  it('shows field by field what changed between two batches', async () => {
    const [one = '', two = '', three = '', four = ''] = extension.account.openids({}, 4);
    extension.account.change(one, { remark: 'old', tagid_list: [100], subscribe_scene: 'ADD_SCENE_SEARCH' });
    const earlier = await fetch([one, two, three]);
    extension.account.change(one, { remark: 'new', tagid_list: [101], subscribe_scene: 'ADD_SCENE_QR_CODE' });
    extension.account.setFollowing(two, false);
    const later = await fetch([one, two, three, four]);
    await extension.run(commands.compareLists, { batchId: earlier }, { batchId: later });
    const shown = page();
    assert.deepEqual(countsOf(shown), [
      ['came', 0], ['left', 1], ['changed', 1], ['stayed', 1], ['onlyAfter', 1],
    ]); // prettier-ignore
    const [row] = await shown.rows('changed');
    assert.equal(row?.openid, one);
    const of = (field: string) => row.changes.find(change => change.field === field);
    assert.deepEqual([of('Remark')?.before, of('Remark')?.after], ['old', 'new']);
    assert.deepEqual([of('Tags')?.before, of('Tags')?.after], ['VIP 会员', '深圳']);
    assert.notEqual(of('Scene')?.after, 'ADD_SCENE_QR_CODE');
    assert.deepEqual(
      shown.view().fields.map(({ label, count }) => `${label} ${count}`).sort(),
      ['Remark 1', 'Scene 1', 'Tags 1'],
    ); // prettier-ignore
  });

  it('compares a list with a batch, in which who does not follow is not', async () => {
    const [one = '', two = ''] = extension.account.openids({}, 2);
    extension.account.setFollowing(two, false);
    const batchId = await fetch([one, two]);
    extension.account.setFollowing(two, true);
    const listId = await browse();
    await extension.run(commands.compareLists, { batchId }, { listId });
    const count = extension.account.followerCount;
    assert.deepEqual(countsOf(page()), [['came', count - 1], ['left', 0], ['stayed', 1]]); // prettier-ignore
  });

  it('gives rows a hundred at a time', async () => {
    const [one = ''] = extension.account.openids({}, 1);
    const batchId = await fetch([one]);
    const listId = await browse();
    await extension.run(commands.compareLists, { batchId }, { listId });
    const shown = page();
    const expected = extension.account.openids().filter(openid => openid !== one);
    assert.deepEqual((await shown.rows('came', 1)).map(({ openid }) => openid), expected.slice(100, 200)); // prettier-ignore
    assert.deepEqual(await shown.rows('came', 500), []);
  });

  it('exports a part, those who stayed too', async () => {
    const [earlier, later] = await twoLists();
    await extension.run(commands.compareLists, { listId: earlier }, { listId: later });
    const shown = page();
    const file = path.join(extension.folder, 'stayed.json');
    person.chooses('Export in which format?', 'JSON').names('Save', Uri.file(file));
    shown.post({ type: 'export', part: 'stayed' });
    await until(() => window.messages.some(text => text.includes('Exported to')));
    const gone = new Set([...came, ...left]);
    assert.deepEqual(
      JSON.parse(await readFile(file, 'utf8')),
      extension.account.openids().filter(openid => !gone.has(openid)),
    );
  });

  it('exports what changed with the values before and after', async () => {
    const [one = ''] = extension.account.openids({}, 1);
    extension.account.change(one, { remark: '=1+1' });
    const earlier = await fetch([one]);
    extension.account.change(one, { remark: 'new' });
    const later = await fetch([one]);
    await extension.run(commands.compareLists, { batchId: earlier }, { batchId: later });
    const file = path.join(extension.folder, 'changed.csv');
    person.chooses('Export in which format?', 'CSV').names('Save', Uri.file(file));
    page().post({ type: 'export', part: 'changed' });
    await until(() => window.messages.some(text => text.includes('Exported to')));
    assert.deepEqual(parse(await readFile(file), { bom: true }), [
      ['openid', 'field', 'before', 'after'],
      [one, 'remark', "'=1+1", 'new'],
    ]);
  });

  it('opens a person as the batch has them, without a call', async () => {
    const [one = ''] = extension.account.openids({}, 1);
    const batchId = await fetch([one]);
    const listId = await browse();
    await extension.run(commands.compareLists, { batchId }, { listId });
    extension.weChat.forgetRequests();
    page().post({ type: 'open', openid: one });
    await until(() => window.panels.at(-1)?.viewType === viewTypes.profile);
    assert.deepEqual(extension.weChat.requests, []);
  });

  it('says so where nobody is in what was selected, or more than two are, and asks for nothing else', async () => {
    const node = { batchId: await fetch(came) };
    person.chooses('The only value does not look like an openid.', 'Ask WeChat');
    const strangers = await fetch(extension.account.openids({ state: 'malformed' }, 1));
    const before = window.shown.length;
    await extension.run(commands.compareLists, node, [node, { batchId: strangers }]);
    assert.match(window.messages.at(-1) ?? '', /^There is nobody to compare in what was selected/);
    await extension.run(commands.compareLists, node, [node, { batchId: strangers }, { batchId: 'other' }]);
    assert.match(window.messages.at(-1) ?? '', /^Select two lists or batches to compare, not 3\.$/);
    assert.ok(window.shown.slice(before).every(({ kind }) => kind === 'information'));
  });

  it('says so where there is nothing to compare with', async () => {
    await extension.run(commands.compareLists);
    assert.ok(window.messages.some(text => text.startsWith('There is nothing to compare yet.')));
    const listId = await browse();
    await extension.run(commands.compareLists, { listId });
    assert.ok(window.messages.some(text => text.startsWith('There is no other list or batch')));
  });
});
