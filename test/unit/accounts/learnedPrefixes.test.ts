import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LearnedPrefixes } from '../../../src/accounts/learnedPrefixes';
import { type Outcome } from '../../../src/batch';

const a = { appId: 'wxA' };
const b = { appId: 'wxB' };
const ofA = 'oAAAAA6789012345678901234567';
const alsoOfA = 'oAAAAA_another-person_in-A00';
const ofB = 'oBBBBB6789012345678901234567';
const union = 'oUUUUU6789012345678901234567';

describe('LearnedPrefixes', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-prefixes-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('knows the account of an openid that begins like one that was answered, also in a later session', async () => {
    await new LearnedPrefixes(folder, assert.ifError).learn('wxA', [answered(ofA)]);
    const later = new LearnedPrefixes(folder, assert.ifError);
    assert.deepEqual(await later.ownerOf(alsoOfA, [a, b]), { account: a, isCertain: true });
    assert.equal(await later.ownerOf(ofB, [a, b]), undefined);
    assert.ok(await later.knows('wxA'));
    assert.ok(!(await later.knows('wxB')));
  });

  it('learns nothing from whoever does not follow, since it may be a person of another account', async () => {
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    await prefixes.learn('wxA', [
      { kind: 'notReturned', openid: ofA },
      { kind: 'notFollowing', openid: ofA, profile: { openid: ofA, subscribe: 0 } },
    ]);
    assert.deepEqual([await prefixes.accountsOf(ofA), await prefixes.knows('wxA')], [[], false]);
  });

  it('does not choose between two accounts that begin alike, but among those that are registered', async () => {
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    await prefixes.learn('wxA', [answered(ofA)]);
    await prefixes.learn('wxB', [answered(alsoOfA)]);
    assert.equal(await prefixes.ownerOf(ofA, [a, b]), undefined);
    assert.equal((await prefixes.ownerOf(ofA, [b]))?.account, b);
    assert.deepEqual(await prefixes.accountsOf(ofA), ['wxA', 'wxB']);
  });

  describe('of an earlier version', () => {
    beforeEach(async () => {
      for (const appId of ['wxA', 'wxB']) {
        const accounts = [{ appId, prefixes: [appId === 'wxA' ? 'oAAAAA' : 'oBBBBB'] }];
        await writeFile(path.join(folder, `${appId}.json`), JSON.stringify({ accounts, unionids: [] }));
      }
    });

    it('is a hint, which decides alone', async () => {
      const prefixes = new LearnedPrefixes(folder, assert.ifError);
      assert.deepEqual(await prefixes.ownerOf(ofA, [a, b]), { account: a, isCertain: false });
    });

    it('is confirmed by a follower', async () => {
      await new LearnedPrefixes(folder, assert.ifError).learn('wxA', [answered(ofA)]);
      const later = new LearnedPrefixes(folder, assert.ifError);
      assert.equal((await later.ownerOf(ofA, [a, b]))?.isCertain, true);
    });

    it('gives way to what is certain, and decides nothing against another hint', async () => {
      const prefixes = new LearnedPrefixes(folder, assert.ifError);
      await prefixes.learn('wxB', [answered(ofA)]);
      assert.deepEqual(await prefixes.ownerOf(ofA, [a, b]), { account: b, isCertain: true });
      assert.deepEqual(await prefixes.accountsOf(ofA), ['wxB', 'wxA']);
      const accounts = [{ appId: 'wxA', prefixes: ['oBBBBB'] }];
      await writeFile(path.join(folder, 'wxA.json'), JSON.stringify({ accounts, unionids: [] }));
      const later = new LearnedPrefixes(folder, assert.ifError);
      assert.equal(await later.ownerOf(ofB, [a, b]), undefined);
    });
  });

  it('keeps nothing of a page of followers but how they begin, and how many there are', async () => {
    await new LearnedPrefixes(folder, assert.ifError).learnFollowers('wxA', [ofA, alsoOfA], 12_000);
    const text = await readFile(path.join(folder, 'wxA.json'), 'utf8');
    assert.ok(!text.includes(ofA) && !text.includes(alsoOfA), text);
    const later = new LearnedPrefixes(folder, assert.ifError);
    assert.equal((await later.ownerOf(ofA, [a, b]))?.isCertain, true);
    assert.equal(await later.followersOf('wxA'), 12_000);
  });

  it('keeps nothing of an account without followers', async () => {
    await new LearnedPrefixes(folder, assert.ifError).learnFollowers('wxA', [], 0);
    assert.deepEqual(await readdir(folder), []);
  });

  it('tells what begins like a unionid', async () => {
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    await prefixes.learn('wxA', [answered(ofA, union)]);
    assert.ok(await prefixes.looksLikeUnionid(union));
    assert.ok(!(await prefixes.looksLikeUnionid(ofA)));
  });

  it('goes on with what cannot be written, and says so', async () => {
    const failures: unknown[] = [];
    const file = path.join(folder, 'no-folder');
    await writeFile(file, '');
    const prefixes = new LearnedPrefixes(file, error => failures.push(error));
    await prefixes.learn('wxA', [answered(ofA)]);
    assert.deepEqual(await prefixes.accountsOf(alsoOfA), ['wxA']);
    assert.equal(failures.length, 1);
  });

  it('survives a damaged file', async () => {
    await writeFile(path.join(folder, 'wxA.json'), '{');
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    assert.deepEqual(await prefixes.accountsOf(ofA), []);
    await prefixes.learn('wxA', [answered(ofA)]);
    assert.deepEqual(await prefixes.accountsOf(ofA), ['wxA']);
  });
});

function answered(openid: string, unionid?: string): Outcome {
  return { kind: 'following', openid, profile: { openid, subscribe: 1, ...(unionid && { unionid }) } };
}
