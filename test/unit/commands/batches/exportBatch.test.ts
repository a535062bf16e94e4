import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Uri } from 'vscode';

import { type TagNames } from '../../../../src/accounts';
import { BatchStore } from '../../../../src/batch';
import { exportBatch } from '../../../../src/commands/batches/exportBatch';
import { type ShownRows } from '../../../../src/panels';
import { fakeWindow, useFakeVSCode } from '../../../fakeVSCode';
import { People } from '../../batch/hostile/people';
import { runOptions } from '../../batch/scenario';

describe('which rows Export Batch… writes', () => {
  useFakeVSCode();
  const { person } = fakeWindow;
  const people = new People(6);
  const { openids } = people;
  const [a = '', b = '', c = ''] = openids;
  const which = 'Export which rows?';
  let folder: string;

  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'lens-export-'))));
  after(() => rm(folder, { recursive: true }));

  /** Exports a batch of six whose table shows these rows, and gives the openids that were written. */
  async function exported(shown: ShownRows | undefined): Promise<string[]> {
    const store = new BatchStore(path.join(folder, 'batches'), { retentionDays: () => 0 });
    const batch = await store.create({ appId: 'wx1', accountName: 'A', source: 's', openids, lang: 'zh_CN' });
    await store.run(batch, people, runOptions());
    const file = path.join(folder, 'out.ndjson');
    person.chooses('Export in which format?', 'NDJSON').names('Save', Uri.file(file));
    const tagNames = { of: () => Promise.resolve(undefined) } as unknown as TagNames;
    const command = exportBatch(
      () => Promise.resolve(batch.id),
      store,
      tagNames,
      () => shown,
    );
    await command({ batchId: batch.id });
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    return lines.map(line => (JSON.parse(line) as { openid: string }).openid);
  }

  it('asks nothing where no table is open, or it shows all and at most one row is picked', async () => {
    assert.deepEqual(await exported(undefined), openids);
    assert.deepEqual(await exported({ filtered: openids, picked: [b] }), openids);
    assert.deepEqual(await exported({ filtered: [], picked: [] }), openids);
  });

  it('offers what is filtered, and all', async () => {
    person.chooses(which, 'Filtered rows');
    assert.deepEqual(await exported({ filtered: [c, a], picked: [] }), [c, a]);
    assert.deepEqual(offered(), ['Filtered rows 2', 'All rows 6']);
    person.chooses(which, 'All rows');
    assert.deepEqual(await exported({ filtered: [c, a], picked: [] }), openids);
  });

  it('offers what is picked first, each row with its own outcome', async () => {
    person.chooses(which, 'Picked rows');
    assert.deepEqual(await exported({ filtered: [a, b, c], picked: [c, b] }), [c, b]);
    assert.deepEqual(offered(), ['Picked rows 2', 'Filtered rows 3', 'All rows 6']);
    const [first = '', second = ''] = (await readFile(path.join(folder, 'out.ndjson'), 'utf8')).split('\n');
    // Every third person does not follow.
    assert.match(first, /"outcome":"notFollowing"/);
    assert.match(second, /"outcome":"following"/);
  });

  const offered = () => {
    const question = fakeWindow.shown.find(({ text }) => text.includes(which));
    return question?.items?.map(({ label, description }) => `${label} ${description}`);
  };
});
