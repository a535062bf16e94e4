import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { StoreError } from '../../../../src/batch';
import { nodeFiles } from '../../../../src/files';
import { HostileFiles, strikesOn } from '../../files/hostileFiles';
import { runOptions, withFolder } from '../scenario';
import { People } from './people';
import { storeOn } from './scenes';

describe('removing a batch over files that fail', function () {
  this.timeout(60_000);
  let cases = 0;

  after(() => console.log(`      ${cases} cases`));

  async function removal(files: HostileFiles): Promise<void> {
    await withFolder(async folder => {
      const people = new People(20);
      const first = storeOn(nodeFiles, folder);
      const openids = people.openids;
      const batch = await first.create({ appId: 'wx1', accountName: 'A', source: 's', openids, lang: 'en' });
      await first.run(batch, people, runOptions());
      const refusal = await storeOn(files, folder)
        .remove(batch.id)
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      cases++;
      const left = await readdir(folder);
      if (refusal === undefined) assert.deepEqual(left, []);
      else {
        assert.ok(refusal instanceof StoreError);
        assert.ok(['cannotRemove', 'cannotRead'].includes(refusal.problem), refusal.problem);
        assert.deepEqual(left, [`${batch.id}.ndjson`], 'no lock is left');
        const [entry] = await storeOn(nodeFiles, folder).list();
        assert.deepEqual([entry?.state, entry?.counts], ['done', batch.counts]);
      }
    });
  }

  it('removes it or leaves it whole, whichever operation fails', async () => {
    const usual = new HostileFiles();
    await removal(usual);
    for (const plan of strikesOn(usual.operations)) await removal(new HostileFiles(plan));
  });

  it('needs no room on a full disk', () =>
    withFolder(async folder => {
      const people = new People(3);
      const { openids } = people;
      const first = storeOn(nodeFiles, folder);
      const batch = await first.create({ appId: 'wx1', accountName: 'A', source: 's', openids, lang: 'en' });
      await storeOn(new HostileFiles({ trouble: 'ENOSPC', at: 1, lasts: true }), folder).remove(batch.id);
      assert.deepEqual(await readdir(folder), []);
    }));
});
