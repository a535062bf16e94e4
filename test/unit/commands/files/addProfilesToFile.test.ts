import assert from 'node:assert/strict';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { Uri } from 'vscode';

import { commands } from '../../../../src/manifest';
import { workbook } from '../../openids/workbook/workbooks';
import { paths, until, useExtension } from '../../useExtension';

const columns = 'Which columns to add?';
const saved = /^Saved .* with the profiles? of /;

describe('Add Profiles to File…', () => {
  const { window, extension, person } = useExtension();
  let ada: string;
  let bo: string;

  beforeEach(() => {
    [ada = '', bo = ''] = extension.account.openids({ state: 'following' }, 2);
  });

  const at = (name: string) => Uri.file(path.join(extension.folder, name));
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(at(name).fsPath, content);
    return at(name);
  };
  const copy = (name: string) => readFile(at(name).fsPath);
  const run = (...args: readonly unknown[]) => extension.run(commands.addProfilesToFile, ...args);
  /** Which columns, and where to. */
  const answers = (labels: readonly string[], target: string) =>
    person.chooses(columns, labels).names('Save', at(target));
  const said = (words: string | RegExp) =>
    window.messages.find(text => (typeof words === 'string' ? text.includes(words) : words.test(text)));

  it('adds what was chosen, in one order, as the export has it', async () => {
    const uri = await write('fans.json', `[{"openid":"${ada}"}]`);
    answers(
      ['QR Scene', 'Fetched', 'Outcome', 'Followed', 'Scene', 'Scene code', 'UnionID', 'Tags', 'Remark'],
      'copy.json',
    );
    await run(uri);
    const [row] = JSON.parse((await copy('copy.json')).toString()) as Record<string, unknown>[];
    const names = 'openid outcome followed_at scene subscribe_scene unionid tags remark qr_scene fetched_at';
    assert.deepEqual(Object.keys(row ?? {}), names.split(' '));
    assert.equal(row?.['outcome'], 'following');
    assert.match(String(row['followed_at']), /^20\d\d-\d\d-\d\dT/);
    assert.match(String(row['subscribe_scene']), /^ADD_SCENE_/);
    assert.ok(Array.isArray(row['tags']));
  });

  it('begins with the columns of the last time', async () => {
    const uri = await write('fans.csv', `openid\n${ada}\n`);
    const ticked = () =>
      window.shown
        .filter(({ text }) => text.includes(columns))
        .at(-1)
        ?.items.filter(({ picked }) => picked)
        .map(({ description }) => description);
    answers(['Remark', 'UnionID'], 'copy.csv');
    await run(uri);
    assert.deepEqual(ticked(), ['outcome', 'followed_at', 'scene', 'unionid', 'tags', 'remark']);
    person.closes(columns);
    await run(uri);
    assert.deepEqual(ticked(), ['unionid', 'remark']);
  });

  it('makes CSV of a workbook, and asks which sheet', async () => {
    const uri = await write(
      'fans.xlsx',
      workbook(
        [
          ['openid', '名'],
          [ada, '张三'],
        ],
        [['wx_openid'], [bo]],
      ),
    );
    person.chooses('fans.xlsx has openids in 2 places', 'openid');
    answers(['Outcome'], 'fans-profiles.csv');
    await run(uri);
    assert.equal(
      (await copy('fans-profiles.csv')).toString(),
      `\uFEFFopenid,名,outcome\r\n${ada},张三,following\r\n`,
    );
    assert.match(said(saved) ?? '', /Excel workbooks come out as CSV/);
    const question = window.shown.find(({ text }) => text.includes('2 places'));
    assert.deepEqual(
      question?.items.map(({ label, description, detail }) => [label, description, detail]),
      [
        ['openid', 'Sheet 1', ada],
        ['wx_openid', 'Sheet 2', bo],
      ],
    );
  });

  it('asks which column where several hold openids, and shows what stands there', async () => {
    const uri = await write('fans.csv', `${ada},${bo}\n`);
    person.chooses('fans.csv has openids in 2 places', 'Column 2');
    answers(['Outcome'], 'copy.csv');
    await run(uri);
    assert.deepEqual((await extension.store().open((await extension.batch()).id))?.openids, [bo]);
  });

  it('proposes a name beside the file, and never writes over it', async () => {
    const uri = await write('fans.csv', `openid\n${ada}\n`);
    person
      .chooses(columns, ['Outcome'])
      .names('fans-profiles.csv', uri)
      .names('fans-profiles.csv', at('copy.csv'));
    person.closes('The original is never changed.');
    await run(uri);
    assert.equal((await copy('fans.csv')).toString(), `openid\n${ada}\n`);
    assert.equal((await copy('copy.csv')).toString(), `openid,outcome\n${ada},following\n`);
  });

  it('opens the copy in its encoding', async () => {
    const uri = await write('fans.csv', iconv.encode(`openid,名\n${ada},张三\n`, 'gb18030'));
    answers(['Outcome'], 'copy.csv').chooses(saved, 'Open File');
    await run(uri);
    await until(() => window.openedTexts.length > 0);
    assert.equal(window.openedTexts[0], `openid,名,outcome\n${ada},张三,following\n`);
  });

  it('takes several accounts, each openid from its own', async () => {
    await extension.register(extension.other);
    extension.reload();
    const [other = ''] = extension.other.openids({ state: 'following' }, 1);
    const uri = await write('fans.csv', `openid\n${ada}\n${other}\n${ada}\n`);
    person.chooses('The list may mix accounts', /* each of both is asked */ '$(search) Ask every account');
    answers(['Outcome'], 'copy.csv');
    await run(uri);
    assert.equal(
      (await copy('copy.csv')).toString(),
      `openid,outcome\n${ada},following\n${other},following\n${ada},following\n`,
    );
    assert.equal((await extension.store().list()).length, 2);
    assert.deepEqual(window.panels, [], 'no table is opened');
  });

  describe('where the batch does not come to its end', () => {
    /** Three hundred people, of whom the first hundred are answered before it is cancelled. */
    async function cancelled(answer: string): Promise<Promise<unknown>> {
      const openids = extension.account.openids({ state: 'following' }, 10);
      const uri = await write('fans.csv', `openid\n${openids.join('\n')}\n`);
      const gate = extension.weChat.hold(paths.batchGet);
      answers(['Outcome', 'Remark'], 'copy.csv').chooses('The batch was cancelled', answer);
      const running = run(uri);
      await gate.arrived(1);
      window.progress.find(({ title }) => title.startsWith('Fetching'))?.cancel();
      await until(() => said('The batch was cancelled') !== undefined);
      gate.open();
      return running;
    }

    it('writes what is known, and says what is not', async () => {
      await cancelled('Write What Is Known');
      await until(() => said(saved) !== undefined);
      assert.match(said('The batch was cancelled') ?? '', /The file still lacks 10 of 10 profiles\.$/);
      const [header, first] = (await copy('copy.csv')).toString().split('\n');
      assert.equal(header, 'openid,outcome,remark');
      assert.match(first ?? '', /,pending,$/);
    });

    it('goes on where it stood, and writes then', async () => {
      await cancelled('Resume');
      await until(() => said(saved) !== undefined);
      assert.doesNotMatch((await copy('copy.csv')).toString(), /pending/);
      assert.match(said(saved) ?? '', /10 people: 10 following\./);
    });

    it('says why it stopped, with what can be done about it', async () => {
      extension.weChat.faults.add({ kind: 'errcode', errcode: 45009 }, { path: paths.batchGet });
      const uri = await write('fans.csv', `openid\n${ada}\n`);
      answers(['Outcome'], 'copy.csv').chooses(
        /The batch stopped\. So far: 1 pending\. 45009 /,
        'Write What Is Known',
      );
      await run(uri);
      assert.equal((await copy('copy.csv')).toString(), `openid,outcome\n${ada},pending\n`);
    });
  });

  it('says that the file changed meanwhile: the copy is of what was read', async () => {
    const uri = await write('fans.csv', `openid\n${ada}\n`);
    const gate = extension.weChat.hold(paths.batchGet);
    answers(['Outcome'], 'copy.csv');
    const running = run(uri);
    await gate.arrived(1);
    await write('fans.csv', `openid\n${bo}\n`);
    await utimes(uri.fsPath, 1, 1);
    gate.open();
    await running;
    assert.match(said(saved) ?? '', /fans\.csv has changed since/);
    assert.equal((await copy('copy.csv')).toString(), `openid,outcome\n${ada},following\n`);
  });

  it('asks for another place where the copy cannot be written, without asking WeChat again', async () => {
    const uri = await write('fans.csv', `openid\n${ada}\n`);
    answers(['Outcome'], 'no/such/folder.csv').chooses('The file could not be written', 'Save As…');
    person.names('Save', at('copy.csv'));
    await run(uri);
    assert.match((await copy('copy.csv')).toString(), /following/);
    assert.equal(extension.weChat.calls(paths.batchGet), 1);
  });

  it('saves what stands in an editor only, or does nothing', async () => {
    const uri = await write('fans.csv', `openid\n`);
    window.openEditor(uri.fsPath, '');
    window.changeEditor(async () => (await write('fans.csv', `openid\n${ada}\n`)) !== undefined);
    person.closes('fans.csv has changes that are not saved.');
    await run(uri);
    person.chooses('fans.csv has changes that are not saved.', 'Save and Go On');
    answers(['Outcome'], 'copy.csv');
    await run(uri);
    assert.match((await copy('copy.csv')).toString(), /following/);
  });

  describe('asks for a file in the palette', () => {
    it('the one in front first', async () => {
      window.openEditor((await write('fans.csv', `openid\n${ada}\n`)).fsPath, '');
      person.chooses('Add profiles to which file?', 'fans.csv');
      answers(['Outcome'], 'copy.csv');
      await run();
      assert.match((await copy('copy.csv')).toString(), /following/);
    });

    it('another one where none is in front that fits', async () => {
      window.openEditor('app.ts', '');
      person.closes('Add Profiles');
      await run();
      assert.deepEqual(window.messages, []);
    });
  });

  describe('says in a sentence what cannot be done, and asks nothing', () => {
    const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['empty.csv', '', /^empty\.csv is empty\./],
      ['blank.json', ' \n', /^blank\.json is empty\./],
      ['other.csv', 'id,name\n1,Ada\n', /^No column or key of other\.csv holds openids\./],
      ['union.csv', 'id,unionid\n1,ocMvos6NjeKLIBqg5Mr9QjxrP1FA\n', /^union\.csv has unionids, but no openids\./],
      ['list.json', '["ocMvos6NjeKLIBqg5Mr9QjxrP1FA"]', /^list\.json is a list of openids/],
      ['broken.json', '[\n{"openid":', /^broken\.json is not valid JSON from line 2 on\./],
      ['photo.csv', Uint8Array.of(0x89, 0x50, 0, 1), /photo\.csv is not a text file/],
      ['damaged.csv', Buffer.concat([Buffer.from('openid\nocMvos6NjeKLIBqg5Mr9QjxrP1FA,'), Buffer.of(0xff, 0xff, 0x0a)]), /^damaged\.csv has bytes that are no text in its encoding \(gb18030\)/],
    ]; // prettier-ignore

    for (const [name, content, sentence] of refused)
      it(name, async () => {
        await run(await write(name, content));
        assert.equal(window.messages.length, 1);
        assert.match(window.messages[0]?.replace(extension.folder + path.sep, '') ?? '', sentence);
        assert.deepEqual(extension.weChat.requests, []);
      });

    it('no file, no column, several files', async () => {
      await run(at('gone.csv'));
      assert.match(window.messages[0] ?? '', /gone\.csv could not be read/);
      const uri = await write('fans.csv', `openid\n${ada}\n`);
      person.chooses(columns, []);
      await run(uri);
      assert.equal(window.messages[1], 'No column was chosen, so nothing was added.');
      await run(uri, [uri, uri]);
      assert.match(window.messages[2] ?? '', /one file at a time/);
    });
  });
});
