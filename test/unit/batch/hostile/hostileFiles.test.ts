import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { type Batch, type Outcome, StoreError } from '../../../../src/batch';
import { nodeFiles } from '../../../../src/files';
import { describePlan, HostileFiles, type Plan, strikesOn } from '../../files/hostileFiles';
import { runOptions, withFolder } from '../scenario';
import { People } from './people';
import { type Scene, scenes, storeOn } from './scenes';

const size = 130;

type Rows = Map<string, { outcome: Outcome; at: number | undefined }>;

function rowsOf(batch: Batch): Rows {
  const rows: Rows = new Map();
  batch.openids.forEach((openid, index) => {
    const outcome = batch.outcomeAt(index);
    if (outcome && outcome.kind !== 'pending') rows.set(openid, { outcome, at: batch.answeredAt(index) });
  });
  return rows;
}

/** Each of all files there are, as a window that comes later finds them. */
async function savedRows(folder: string): Promise<{ id: string; batch: Batch; rows: Rows } | undefined> {
  const store = storeOn(nodeFiles, folder);
  const { batches, unreadable } = await store.listAll();
  assert.deepEqual(unreadable, [], 'no journal became unreadable');
  assert.ok(batches.length <= 1);
  const batch = await store.open(batches[0]?.id ?? '');
  return batch && { id: batch.id, batch, rows: rowsOf(batch) };
}

describe('BatchStore over files that fail', function () {
  this.timeout(120_000);
  let cases = 0;

  after(() => console.log(`      ${cases} cases`));

  for (const scene of scenes) {
    it(`${scene.name}: loses nothing at any operation that fails`, async () => {
      const count = await run(scene, new HostileFiles());
      const plans = strikesOn(count);
      for (const plan of plans) await struck(scene, plan);
      cases += plans.length;
    });
  }

  /** The scene, and how many operations it took. */
  async function run(scene: Scene, files: HostileFiles): Promise<number> {
    await withFolder(async folder => {
      const people = new People(size);
      const made = await scene.prepare(storeOn(nodeFiles, folder), people, folder);
      await scene.act(storeOn(files, folder), people, typeof made === 'string' ? made : made?.id);
    });
    return files.operations;
  }

  function struck(scene: Scene, plan: Plan): Promise<void> {
    const name = `${scene.name}, ${describePlan(plan)}`;
    return withFolder(async folder => {
      await mkdir(folder);
      const people = new People(size);
      const made = await scene.prepare(storeOn(nodeFiles, folder), people, folder);
      const before = (await savedRows(folder))?.rows ?? new Map<string, never>();
      people.asked = [];
      const files = new HostileFiles(plan);
      const store = storeOn(files, folder);
      let batch: Batch | undefined;
      let refusal: unknown;
      try {
        batch = await scene.act(store, people, typeof made === 'string' ? made : made?.id);
      } catch (error) {
        refusal = error;
      }
      assert.ok(refusal === undefined || refusal instanceof StoreError, `${name}: ${String(refusal)}`);
      assert.notEqual(refusal?.problem, 'gone', `${name}: it is still there`);
      assert.deepEqual(store.running(), [], name);

      const left = (await readdir(folder)).filter(file => !file.endsWith('.ndjson'));
      assert.deepEqual(left, [], `${name}: nothing is left beside the journals`);
      const saved = await savedRows(folder);
      for (const [openid, { outcome }] of before)
        assert.deepEqual(saved?.rows.get(openid)?.outcome, outcome, `${name}: ${openid} was known before`);
      for (const [openid, { outcome }] of saved?.rows ?? [])
        assert.deepEqual(outcome, people.outcomeOf(openid), `${name}: ${openid} is right`);
      if (batch && !batch.storageFailure) {
        assert.deepEqual(saved?.rows, rowsOf(batch), `${name}: what was said to be saved`);
        assert.equal(saved.batch.state, batch.state, name);
      } else if (batch) {
        assert.ok(batch.isInMemory, name);
        assert.equal(rowsOf(batch).size, size, `${name}: what came is here, if not on the disk`);
      }
      if (!saved) return;
      people.asked = [];
      const toAsk = saved.batch.openidsToAsk();
      const later = storeOn(nodeFiles, folder);
      const again = await later.open(saved.id);
      assert.ok(again);
      await later.run(again, people, runOptions());
      assert.deepEqual([...people.asked].sort(), [...toAsk].sort(), `${name}: nothing is asked twice`);
      assert.equal(again.state, 'done', name);
      assert.equal(rowsOf(again).size, size, name);
    });
  }
});
