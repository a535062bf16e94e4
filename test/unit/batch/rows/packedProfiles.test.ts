import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedProfiles } from '../../../../src/batch/rows/packedProfiles';
import { type CutProfile } from '../../../../src/batch/rows/profileCutter';
import { asLine } from '../scenario';

const openid = 'oAbCd1_-Zz0123456789abcdefgh';

function roundTrip(line: string): unknown {
  const packed = new PackedProfiles(1);
  const cut = packed.cut(asLine(line));
  if (!cut) return undefined;
  packed.put(0, asLine(line), cut);
  return packed.get(0, openidIn(line, cut));
}

function openidOf(packed: PackedProfiles, line: string): string | undefined {
  const cut = packed.cut(asLine(line));
  return cut && openidIn(line, cut);
}

function openidIn(line: string, { openidFrom, openidTo }: CutProfile): string {
  return asLine(line).bytes.toString('utf8', openidFrom, openidTo);
}

describe('PackedProfiles', () => {
  it('gives a profile back letter by letter, whatever else stands in it', () => {
    fc.assert(
      fc.property(
        fc.record({
          subscribe: fc.constantFrom(0, 1),
          openid: fc.stringMatching(/^[\w-]{1,28}$/),
          subscribe_time: fc.oneof(
            fc.nat(2 ** 31),
            fc.integer(),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
          ),
          unionid: fc.oneof(fc.stringMatching(/^[\w-]{0,40}$/), fc.string()),
          remark: fc.string({ unit: 'binary' }),
          qr_scene: fc.oneof(fc.nat(2 ** 32), fc.integer(), fc.string()),
          extra: fc.anything({
            maxDepth: 2,
            key: fc.constantFrom('openid', 'unionid', 'subscribe_time', 'qr_scene', 'x'),
          }),
        }),
        profile => {
          const line = JSON.stringify(profile);
          const got = roundTrip(line);
          if (got !== undefined) assert.deepEqual(got, JSON.parse(line));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps rows apart that share most of their text', () => {
    const few = fc.constantFrom('', '张', '"qr_scene":7');
    const row = fc.record(
      {
        subscribe: fc.constantFrom(0, 1),
        openid: fc.constant(openid),
        subscribe_time: fc.nat(99),
        unionid: fc.constantFrom('u1', 'u2', ''),
        remark: few,
        qr_scene: fc.nat(99),
        qr_scene_str: few,
      },
      { requiredKeys: ['subscribe', 'openid'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 60 }), rows => {
        const packed = new PackedProfiles(rows.length);
        const taken = rows.map((each, index) => {
          const line = asLine(JSON.stringify(each));
          const cut = packed.cut(line);
          if (cut) packed.put(index, line, cut);
          return cut !== undefined;
        });
        assert.equal(taken[0], true);
        for (const [index, each] of rows.entries())
          if (taken[index]) assert.deepEqual(packed.get(index, openid), each);
      }),
    );
  });

  it('packs what WeChat usually writes', () => {
    const lines = [
      {
        subscribe: 1,
        openid,
        language: 'zh_CN',
        subscribe_time: 1_500_000_000,
        unionid: 'u6_x',
        remark: '张',
      },
      { subscribe: 1, openid, subscribe_time: 1, remark: '', tagid_list: [1, 2] },
      { subscribe: 0, openid },
      { subscribe: 0, openid, unionid: '' },
      { subscribe: 1, openid, unionid: 'u'.repeat(31) },
      { subscribe: 1, openid, unionid: 'u'.repeat(32), qr_scene: 2 ** 32 },
    ].map(row => JSON.stringify(row));
    for (const line of lines) assert.deepEqual(roundTrip(line), JSON.parse(line), line);
  });

  it('tells following by what the row says, also of rows that share all but their openid', () => {
    const packed = new PackedProfiles(1);
    const lineOf = (subscribe: number, end: string) => `{"subscribe":${subscribe},"openid":"oA${end}"}`;
    assert.equal(packed.cut(asLine(lineOf(1, 'a')))?.isFollowing, true);
    assert.equal(packed.cut(asLine(lineOf(1, 'b')))?.isFollowing, true);
    assert.equal(packed.cut(asLine(lineOf(0, 'c')))?.isFollowing, false);
    assert.equal(openidOf(packed, lineOf(0, 'd')), 'oAd');
  });

  it('leaves to others what is no profile, or one without a state', () => {
    const packed = new PackedProfiles(1);
    for (const line of [
      '',
      '{}',
      '{"subscribe":2,"openid":"oA"}',
      '{"openid":"oA","subs',
      '{"subscribe":1,"openid":7}',
    ])
      assert.equal(packed.cut(asLine(line)), undefined, line);
  });

  it('is not led astray by texts that name the same keys', () => {
    const nested = '{"subscribe":1,"more":{"openid":"oOther","x":[{}]},"openid":"oA"}';
    assert.equal(openidOf(new PackedProfiles(1), nested), 'oA');
    const escaped = JSON.stringify({ subscribe: 1, remark: '"openid":"oOther"', openid: 'oA' });
    assert.equal(openidOf(new PackedProfiles(1), escaped), 'oA');
  });

  it('leaves to others whose openid or state is said twice', () => {
    for (const again of ['"openid":"oB"', '"open\\u0069d":"oB"', '"subscribe":0']) {
      const packed = new PackedProfiles(1);
      assert.equal(packed.cut(asLine(`{"subscribe":1,"openid":"oA",${again}}`)), undefined, again);
      assert.equal(packed.cut(asLine(`{"subscribe":1,${again},"openid":"oA"}`)), undefined, again);
    }
  });

  it('knows a few texts of however many rows, though the first had fewer values than the others', () => {
    const packed = new PackedProfiles(1);
    const first = '{"subscribe":1,"openid":"oA","remark":""}';
    assert.ok(packed.cut(asLine(first)));
    const last = 60_000;
    for (let each = 0; each <= last; each++) {
      const line = asLine(`{"subscribe":1,"openid":"oA","unionid":"u${each}","qr_scene":${each}}`);
      const cut = packed.cut(line);
      if (each < last) continue;
      assert.ok(cut, 'where each was a text of its own, there would be too many by now');
      packed.put(0, line, cut);
      assert.deepEqual(packed.get(0, 'oA'), {
        subscribe: 1,
        openid: 'oA',
        unionid: `u${last}`,
        qr_scene: last,
      });
    }
  });

  it('forgets the unionid of an earlier answer where the later one has none', () => {
    const packed = new PackedProfiles(1);
    for (const line of ['{"subscribe":1,"openid":"oA","unionid":"u1"}', '{"subscribe":1,"openid":"oA"}']) {
      const cut = packed.cut(asLine(line));
      assert.ok(cut);
      packed.put(0, asLine(line), cut);
    }
    assert.deepEqual(packed.get(0, 'oA'), { subscribe: 1, openid: 'oA' });
    assert.equal(packed.get(1, 'oA'), undefined);
  });
});
