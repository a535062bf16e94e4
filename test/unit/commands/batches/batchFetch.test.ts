import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Uri } from 'vscode';

import { commands } from '../../../../src/manifest';
import { useExtension } from '../../useExtension';

const union = 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA';

describe('Fetch Profiles from List…', () => {
  const { window, extension, person } = useExtension();
  let ada: string;
  let bo: string;
  const fetch = (...args: readonly unknown[]) => extension.run(commands.batchFetch, ...args);

  beforeEach(() => {
    [ada = '', bo = ''] = extension.account.openids({}, 2);
  });

  it('reads each of several files for itself', async () => {
    const uris = [
      await write('first.csv', `id,openid,unionid\n1,${ada},${union}\n`),
      await write('second.csv', `id,unionid,openid\n1,${union},${bo}\n`),
    ];
    await fetch(uris[0], uris);
    assert.deepEqual(await asked(), ['first.csv, second.csv', [ada, bo]]);
    assert.equal(window.progress[0]?.title, 'Looking for openids in first.csv, second.csv');
  });

  it('takes a whole array of files, and names three of them at most', async () => {
    const names = ['1.txt', '2.txt', '3.txt', '4.txt'];
    await fetch(await Promise.all(names.map(name => write(name, ada))));
    assert.deepEqual(await asked(), ['1.txt and 3 more', [ada]]);
  });

  it('takes every entry of a list of a caller for an openid', async () => {
    await fetch({ openids: ['openid', 'abc', ` ${ada}`] });
    assert.deepEqual((await asked())[1], ['openid', 'abc', ada]);
  });

  it('looks for openids in a text of a caller', async () => {
    await fetch({
      text: `{"openid":"${ada}","unionid":"${union}"}`,
      appId: extension.account.appId,
      show: false,
    });
    assert.deepEqual((await asked())[1], [ada]);
  });

  for (const request of [{ openids: ['x'.repeat(513)] }, { openids: 'o' }, { openids: [1] }, { text: 7 }]) {
    it(`refuses ${JSON.stringify(request).slice(0, 40)} to its caller, and asks nothing`, async () => {
      await assert.rejects(fetch(request), /^LensError: invalid(Openids|Text): "(openids|text)" takes /);
      assert.deepEqual([extension.weChat.requests, window.shown], [[], []]);
    });
  }

  it('offers the selection, the editor and files', async () => {
    window.openEditor('ids.txt', `${ada} ${bo}`, [0, ada.length]);
    person.chooses('Where are the openids?', 'The selection in ids.txt');
    await fetch();
    assert.deepEqual(window.shown[0]?.choices, [
      'The selection in ids.txt',
      'All of ids.txt',
      'Choose files…',
    ]);
    assert.deepEqual(await asked(), ['ids.txt', [ada]]);
  });

  it('takes all of the editor where the user says so', async () => {
    window.openEditor('ids.txt', `${ada} ${bo}`);
    person.chooses('Where are the openids?', 'All of ids.txt');
    await fetch({});
    assert.deepEqual((await asked())[1], [ada, bo]);
  });

  it('takes the file of a tab that is too large for an editor', async () => {
    window.openTabOnly(await write('large.txt', bo));
    person.chooses('Where are the openids?', 'All of large.txt');
    await fetch();
    assert.deepEqual(await asked(), ['large.txt', [bo]]);
  });

  it('asks for files at once where nothing is open', async () => {
    person.names('Look for OpenIDs', await write('ids.txt', bo));
    await fetch();
    assert.deepEqual(await asked(), ['ids.txt', [bo]]);
  });

  it('says nothing where the user chooses nothing', async () => {
    person.closes('Look for OpenIDs');
    await fetch();
    window.openEditor('ids.txt', ada);
    person.closes('Where are the openids?');
    await fetch();
    assert.deepEqual([window.messages, await extension.store().list()], [[], []]);
  });

  it('says which file cannot be read', async () => {
    await fetch(Uri.file(path.join(extension.folder, 'gone.json')));
    assert.match(window.messages[0] ?? '', /gone\.json could not be read: FileNotFound/);
  });

  async function write(name: string, text: string): Promise<Uri> {
    const file = path.join(extension.folder, name);
    await writeFile(file, text);
    return Uri.file(file);
  }

  /** Where the only batch came from, and whom it is about. */
  async function asked() {
    const { id, source } = await extension.batch();
    return [source, (await extension.store().open(id))?.openids];
  }
});
