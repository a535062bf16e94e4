import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LearnedPrefixes } from '../../../src/accounts/learnedPrefixes';
import { type Outcome } from '../../../src/batch';

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
    assert.equal(await later.accountOf(alsoOfA), 'wxA');
    assert.equal(await later.accountOf(ofB), undefined);
    assert.ok(await later.knows('wxA'));
    assert.ok(!(await later.knows('wxB')));
  });

  it('learns nothing from what WeChat did not answer for', async () => {
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    await prefixes.learn('wxA', [{ kind: 'notReturned', openid: ofA }]);
    assert.equal(await prefixes.accountOf(ofA), undefined);
  });

  it('does not choose between two accounts that begin alike', async () => {
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    await prefixes.learn('wxA', [answered(ofA)]);
    await prefixes.learn('wxB', [answered(alsoOfA)]);
    assert.equal(await prefixes.accountOf(ofA), undefined);
    assert.deepEqual(await prefixes.accountsOf(ofA), ['wxA', 'wxB']);
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
    assert.equal(await prefixes.accountOf(alsoOfA), 'wxA');
    assert.equal(failures.length, 1);
  });

  it('survives a damaged file', async () => {
    await writeFile(path.join(folder, 'wxA.json'), '{');
    const prefixes = new LearnedPrefixes(folder, assert.ifError);
    assert.equal(await prefixes.accountOf(ofA), undefined);
    await prefixes.learn('wxA', [answered(ofA)]);
    assert.equal(await prefixes.accountOf(ofA), 'wxA');
  });
});

function answered(openid: string, unionid?: string): Outcome {
  return { kind: 'following', openid, profile: { openid, subscribe: 1, ...(unionid && { unionid }) } };
}
