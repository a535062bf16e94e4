import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lookupId, LookupHistory } from '../../../../src/accounts/history/lookups';
import { type Outcome } from '../../../../src/batch';
import { type FileLayer, nodeFiles } from '../../../../src/files';
import { describePlan, HostileFiles, type Plan, strikesOn } from '../../files/hostileFiles';
import { WindowsLikeFiles } from '../../files/windowsLikeFiles';

const appId = 'wx0123456789abcdef';
const day = 86_400_000;

function answer(openid: string, remark: string): Outcome {
  return { kind: 'following', openid, profile: { subscribe: 1, openid, remark } };
}

interface Scene {
  readonly name: string;
  act(history: LookupHistory): Promise<unknown>;
  /** The remarks of the lookups that there are before it is done, and when it is. */
  readonly before: readonly string[];
  readonly done: readonly string[];
}

/** There are three before: of oA and oB, and of oC from long ago. */
const before = ['A', 'B', 'C'];
const scenes: readonly Scene[] = [
  {
    name: 'keep a new one',
    act: history => history.keep(appId, 'A', answer('oD', 'D')),
    ...{ before, done: ['A', 'B', 'C', 'D'] },
  },
  {
    name: 'keep a newer one',
    act: history => history.keep(appId, 'A', answer('oA', 'A2')),
    ...{ before, done: ['A2', 'B', 'C'] },
  },
  { name: 'list', act: history => history.recent(appId), before, done: before },
  { name: 'remove old ones', act: history => history.removeOld(), before, done: ['A', 'B'] },
  { name: 'clear', act: history => history.clear(appId), before, done: [] },
];

async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lens-lookups-'));
  return act(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

function historyOn(files: FileLayer, folder: string, failures: unknown[] = []): LookupHistory {
  return new LookupHistory(
    folder,
    () => 30,
    error => failures.push(error),
    Date.now,
    files,
  );
}

async function prepare(folder: string): Promise<void> {
  const history = historyOn(nodeFiles, folder);
  for (const name of before) await history.keep(appId, 'A', answer(`o${name}`, name));
  const old = new Date(Date.now() - 60 * day);
  await utimes(path.join(folder, appId, fileOf('oC')), old, old);
}

const fileOf = (openid: string) => `${lookupId(appId, openid).slice(appId.length + 1)}.json`;

async function remarksIn(history: LookupHistory): Promise<string[]> {
  const remarks = (await history.recent(appId)).map(({ outcome }) =>
    'profile' in outcome ? String(outcome.profile?.remark) : outcome.kind,
  );
  return remarks.sort();
}

describe('LookupHistory over files that fail', function () {
  this.timeout(60_000);
  let cases = 0;

  after(() => console.log(`      ${cases} cases`));

  for (const scene of scenes) {
    it(`${scene.name}: an answer that came is here, and no file is half written`, async () => {
      const usual = new HostileFiles();
      await withFolder(async folder => {
        await prepare(folder);
        await scene.act(historyOn(usual, folder));
        assert.deepEqual(await remarksIn(historyOn(nodeFiles, folder)), scene.done);
      });
      for (const plan of strikesOn(usual.operations)) await struck(scene, plan);
    });
  }

  function struck(scene: Scene, plan: Plan): Promise<void> {
    cases++;
    const name = `${scene.name}, ${describePlan(plan)}`;
    return withFolder(async folder => {
      await prepare(folder);
      const failures: unknown[] = [];
      const history = historyOn(new HostileFiles(plan), folder, failures);
      const isDone = await scene.act(history).then(
        () => true,
        () => false,
      );
      const saved = await remarksIn(historyOn(nodeFiles, folder));
      // What was asked for, or what was there before, of each person.
      for (const remark of saved) assert.ok([...scene.before, ...scene.done].includes(remark), name);
      const lost = scene.before.filter(remark => scene.done.includes(remark) && !saved.includes(remark));
      assert.deepEqual(lost, [], `${name}: what was to stay stays`);
      if (scene.name.startsWith('keep')) {
        assert.ok(isDone, `${name}: an answer is kept at least in memory`);
        const [newest = ''] = scene.done.filter(remark => !scene.before.includes(remark));
        const here = await history.open(lookupId(appId, `o${newest.slice(0, 1)}`));
        // Read from the disk, it may be what is refused.
        if (here) assert.deepEqual(here.outcome, answer(here.outcome.openid, newest), name);
        else assert.deepEqual([failures, saved], [[], scene.done], name);
        if (failures.length === 0) assert.deepEqual(saved, scene.done, name);
      }
      const files = await readdir(path.join(folder, appId)).catch(() => []);
      for (const file of files) {
        assert.match(file, /^[0-9a-f]{32}\.json$/, `${name}: nothing is left beside them`);
        JSON.parse(await readFile(path.join(folder, appId, file), 'utf8'));
      }
      await scene.act(historyOn(nodeFiles, folder));
      assert.deepEqual(await remarksIn(historyOn(nodeFiles, folder)), scene.done, `${name}: tried again`);
    });
  }

  it('passes over a file that is no lookup', () =>
    withFolder(async folder => {
      await mkdir(path.join(folder, appId));
      await writeFile(path.join(folder, appId, fileOf('oA')), '{"version":1,');
      assert.deepEqual(await historyOn(nodeFiles, folder).recent(appId), []);
    }));
});

describe('LookupHistory under the rules of Windows', () => {
  for (const scene of scenes) {
    it(`${scene.name}: asks for nothing that is refused there`, () =>
      withFolder(async folder => {
        const files = new WindowsLikeFiles();
        await prepare(folder);
        await scene.act(historyOn(files, folder));
        assert.deepEqual([files.refusals, files.openFiles], [[], []]);
        assert.deepEqual(await remarksIn(historyOn(files, folder)), scene.done);
      }));
  }
});
