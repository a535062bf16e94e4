import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LookupHistory, lookupId } from '../../../../src/accounts/history/lookups';
import { type Outcome } from '../../../../src/batch';

const appId = 'wx0123456789abcdef';
const day = 86_400_000;

describe('LookupHistory', () => {
  let folder: string;
  let retention: number;
  let clock: number;
  const failures: unknown[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-lookups-'));
    retention = 30;
    clock = Date.now();
    failures.length = 0;
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('keeps a lookup for other windows and later sessions, in a private file', async () => {
    const kept = await history().keep(appId, 'Demo', following('oAAA'));
    assert.deepEqual(await history().open(kept.id), kept);
    const [file = ''] = await readdir(path.join(folder, appId));
    assert.equal((await stat(path.join(folder, appId, file))).mode & 0o777, 0o600);
  });

  it('has no openid in its ids and file names, which go where openids should not', async () => {
    const { id } = await history().keep(appId, 'Demo', following('oAAA'));
    assert.ok(!id.includes('oAAA'));
  });

  it('tells openids apart that differ in case only, as file systems may not', async () => {
    const lookups = history();
    await lookups.keep(appId, 'Demo', following('oABC'));
    await lookups.keep(appId, 'Demo', following('oabc'));
    assert.equal((await lookups.recent(appId)).length, 2);
  });

  it('replaces an earlier answer about the same openid', async () => {
    const lookups = history();
    await lookups.keep(appId, 'Demo', following('oAAA'));
    await lookups.keep(appId, 'Demo', { kind: 'notReturned', openid: 'oAAA' });
    assert.deepEqual(
      (await lookups.recent(appId)).map(({ outcome }) => outcome.kind),
      ['notReturned'],
    );
  });

  it('lists the latest first', async () => {
    const lookups = history();
    for (const openid of ['o1', 'o2', 'o3']) {
      clock += 1000;
      await lookups.keep(appId, 'Demo', following(openid));
    }
    assert.deepEqual(
      (await lookups.recent(appId)).map(({ outcome }) => outcome.openid),
      ['o3', 'o2', 'o1'],
    );
  });

  it('keeps 200 an account at most, and lets the oldest go', async function () {
    this.timeout(20_000);
    const lookups = history();
    const first = await lookups.keep(appId, 'Demo', following('o-first'));
    const file = path.join(folder, appId, `${first.id.slice(-32)}.json`);
    await utimes(file, 1, 1 + Date.now() / 1000 - 3600);
    for (let index = 0; index < 200; index++) await lookups.keep(appId, 'Demo', following(`o${index}`));
    assert.equal(await lookups.count(appId), 200);
    assert.equal(await lookups.open(first.id), undefined);
  });

  it('lets go of what is older than the retention', async () => {
    const lookups = history();
    const { id } = await lookups.keep(appId, 'Demo', following('oAAA'));
    clock += 31 * day;
    await lookups.removeOld();
    assert.equal(await lookups.open(id), undefined);
  });

  it('writes nothing where the user keeps no history, and still has it in this window', async () => {
    retention = 0;
    const lookups = history();
    const { id } = await lookups.keep(appId, 'Demo', following('oAAA'));
    assert.deepEqual(await readdir(folder), []);
    assert.equal((await lookups.open(id))?.outcome.openid, 'oAAA');
    assert.equal(await history().open(id), undefined);
  });

  it('writes what comes once history is kept again, instead of what it had in memory', async () => {
    retention = 0;
    const lookups = history();
    await lookups.keep(appId, 'Demo', following('oAAA'));
    retention = 30;
    const { id } = await lookups.keep(appId, 'Demo', { kind: 'notReturned', openid: 'oAAA' });
    assert.equal((await lookups.open(id))?.outcome.kind, 'notReturned');
    assert.deepEqual([(await lookups.recent(appId)).length, await lookups.count(appId)], [1, 1]);
  });

  it('keeps an answer in this window where it cannot be written', async () => {
    const lookups = history();
    await lookups.keep(appId, 'Demo', { kind: 'notReturned', openid: 'oAAA' });
    // Nothing can be written into a file as if it were a folder.
    await rm(path.join(folder, appId), { recursive: true });
    await writeFile(path.join(folder, appId), '');
    const { id } = await lookups.keep(appId, 'Demo', following('oAAA'));
    assert.equal((await lookups.open(id))?.outcome.kind, 'following');
    assert.equal((await lookups.recent(appId)).length, 1);
    assert.equal(failures.length, 1);
  });

  it('clears one account and leaves the others', async () => {
    const lookups = history();
    await lookups.keep(appId, 'Demo', following('oAAA'));
    await lookups.keep('wxother', 'Other', following('oBBB'));
    await lookups.clear(appId);
    assert.equal(await lookups.count(appId), 0);
    assert.equal(await lookups.count('wxother'), 1);
  });

  it('passes over damaged files and foreign ids', async () => {
    const lookups = history();
    const { id } = await lookups.keep(appId, 'Demo', following('oAAA'));
    const file = path.join(folder, appId, `${id.slice(-32)}.json`);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 30));
    assert.equal(await lookups.open(id), undefined);
    assert.deepEqual(await lookups.recent(appId), []);
    assert.equal(await lookups.open('../../secrets'), undefined);
    assert.equal(await lookups.open(lookupId('..', 'x')), undefined);
  });

  function history(): LookupHistory {
    return new LookupHistory(
      folder,
      () => retention,
      error => failures.push(error),
      () => clock,
    );
  }
});

function following(openid: string): Outcome {
  return { kind: 'following', openid, profile: { openid, subscribe: 1, subscribe_time: 1_600_000_000 } };
}
