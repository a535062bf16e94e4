import assert from 'node:assert/strict';
import { join } from 'node:path';
import { appendFile, readdir } from 'node:fs/promises';
import { WindowsLikeFiles } from '../../files/windowsLikeFiles';
import { runOptions, withFolder } from '../scenario';
import { People } from './people';
import { scenes, storeOn, readAll } from './scenes';
import { writeVersion1 } from './version1';

describe('BatchStore under the rules of Windows', function () {
  this.timeout(60_000);

  for (const scene of scenes) {
    it(`${scene.name}: asks for nothing that is refused there`, () =>
      withFolder(async folder => {
        const files = new WindowsLikeFiles();
        const people = new People(250);
        const store = storeOn(files, folder);
        const made = await scene.prepare(store, people, folder);
        await scene.act(storeOn(files, folder), people, typeof made === 'string' ? made : made?.id);
        assert.deepEqual(files.refusals, []);
        assert.deepEqual(files.openFiles, []);
      }));
  }

  it('cuts a torn line before it appends', () =>
    withFolder(async folder => {
      const files = new WindowsLikeFiles();
      const people = new People(5);
      const { openids } = people;
      const store = storeOn(files, folder);
      const batch = await store.create({ appId: 'wx1', accountName: 'A', source: 's', openids, lang: 'en' });
      await appendFile(join(folder, `${batch.id}.ndjson`), '{"subscribe":1,"op');
      await store.run(batch, people, runOptions());
      const again = await storeOn(files, folder).open(batch.id);
      assert.equal(again?.state, 'done');
      assert.deepEqual(again.counts, batch.counts);
    }));

  it('removes a batch, and takes a journal of version 1 on, while another window reads them all the time', () =>
    withFolder(async folder => {
      const files = new WindowsLikeFiles();
      const people = new People(2_000);
      const id = await writeVersion1(join(folder, 'old.ndjson'), people, 'rechecked');
      const [here, there] = [storeOn(files, folder), storeOn(files, folder)];
      let isOver = false;
      const reading = (async () => {
        while (!isOver) {
          await readAll(there.answers());
          await there.listAll();
          await there.open(id);
        }
      })();
      const batch = await here.open(id);
      assert.ok(batch);
      await here.run(batch, people, runOptions());
      assert.equal(batch.state, 'done');
      assert.equal(batch.storageFailure, undefined);
      await here.remove(id);
      isOver = true;
      await reading;
      assert.deepEqual(await readdir(folder), []);
    }));
});
