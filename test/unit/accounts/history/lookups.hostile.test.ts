import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LookupHistory } from '../../../../src/accounts/history/lookups';
import { type Outcome } from '../../../../src/batch';
import { nodeFiles } from '../../../../src/files';
import { HostileFiles, troubles } from '../../files/hostileFiles';

const appId = 'wx0123456789abcdef';

function outcome(subscribe: number): Outcome {
  return {
    kind: 'following',
    openid: 'oAbc',
    profile: { subscribe: 1, openid: 'oAbc', remark: String(subscribe) },
  };
}

describe('LookupHistory over files that fail', () => {
  let cases = 0;

  after(() => console.log(`      ${cases} cases`));

  async function keep(files: HostileFiles): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'lens-lookups-'));
    try {
      const failures: unknown[] = [];
      await new LookupHistory(
        folder,
        () => 30,
        () => undefined,
      ).keep(appId, 'A', outcome(1));
      const history = new LookupHistory(
        folder,
        () => 30,
        error => failures.push(error),
        Date.now,
        files,
      );
      const kept = await history.keep(appId, 'A', outcome(2));
      cases++;
      assert.deepEqual((await history.open(kept.id))?.outcome, outcome(2), 'the answer is here');
      const later = new LookupHistory(
        folder,
        () => 30,
        () => undefined,
        Date.now,
        nodeFiles,
      );
      const saved = await later.open(kept.id);
      // Where nothing was said to have failed it is on the disk; else the disk has one of both, whole.
      if (failures.length === 0) assert.deepEqual(saved?.outcome, outcome(2));
      else assert.ok([1, 2].some(n => JSON.stringify(saved?.outcome) === JSON.stringify(outcome(n))));
      const left = await readdir(path.join(folder, appId));
      assert.deepEqual(left, [`${kept.id.slice(appId.length + 1)}.json`], 'and nothing beside it');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it('keeps each answer at least in memory, and never half a file', async () => {
    const usual = new HostileFiles();
    await keep(usual);
    for (const trouble of troubles)
      for (let at = 1; at < usual.operations; at++) await keep(new HostileFiles({ trouble, at }));
  });
});
