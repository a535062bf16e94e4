import assert from 'node:assert/strict';
import { ProfileCutter } from '../../../../src/batch/rows/profileCutter';
import { asLine } from '../scenario';

/** What a line was cut into; undefined where it was not cut. */
function cutOf(cutter: ProfileCutter, text: string) {
  const line = asLine(text);
  const cut = cutter.cut(line);
  if (!cut) return undefined;
  const part = (from: number, to: number) => (to === 0 ? undefined : line.bytes.toString('utf8', from, to));
  return {
    isFollowing: cut.isFollowing,
    openid: part(cut.openidFrom, cut.openidTo),
    unionid: part(cut.unionidFrom, cut.unionidTo),
    time: cut.time,
    qrScene: cut.qrScene,
  };
}

const nothing = { unionid: undefined, time: -1, qrScene: -1 };

describe('ProfileCutter', () => {
  const full =
    '{"subscribe":1,"openid":"oA","language":"en","subscribe_time":7,"unionid":"u1","qr_scene":0,"tagid_list":[1,2]}';

  it('takes out what differs from person to person', () => {
    assert.deepEqual(cutOf(new ProfileCutter(100), full), {
      ...{ isFollowing: true, openid: 'oA', unionid: 'u1', time: 7, qrScene: 0 },
    });
    assert.deepEqual(cutOf(new ProfileCutter(100), '{"subscribe":0,"openid":"oB"}'), {
      ...{ isFollowing: false, openid: 'oB', ...nothing },
    });
  });

  it('does so again and again, in whatever order the members stand', () => {
    const cutter = new ProfileCutter(100);
    for (const [text, unionid] of [
      ['{"subscribe":1,"openid":"oA","unionid":"u1","remark":"张"}', 'u1'],
      ['{"subscribe":1,"openid":"oA","unionid":"u2","remark":"张"}', 'u2'],
      ['{"subscribe":1,"unionid":"u3","remark":"x","openid":"oA"}', 'u3'],
      ['{"subscribe":1,"unionid":"u4","remark":"y","openid":"oA"}', 'u4'],
    ] as const)
      assert.deepEqual(cutOf(cutter, text), { isFollowing: true, openid: 'oA', ...nothing, unionid });
  });

  it('gives rows one way that share all but those values, and puts them together letter by letter', () => {
    const cutter = new ProfileCutter(100);
    const first = cutter.cut(asLine(full));
    const second = cutter.cut(asLine(full.replace('oA', 'oBcd').replace('7', '8')));
    const other = cutter.cut(asLine(full.replace('"en"', '"zh"')));
    assert.ok(first && second && other);
    assert.equal(second.way, first.way);
    assert.notEqual(other.way, first.way);
    assert.equal(cutter.textOf(first.way, '"oA"', '"u1"', '7', '0'), full);
    assert.equal(cutter.textOf(other.way, '"oA"', '"u1"', '7', '0'), full.replace('"en"', '"zh"'));
    const chinese = cutter.cut(asLine('{"subscribe":0,"openid":"oA","remark":"张🎉"}'));
    assert.equal(
      cutter.textOf(chinese?.way ?? 0, '"x"', '', '', ''),
      '{"subscribe":0,"openid":"x","remark":"张🎉"}',
    );
  });

  it('shares a value that is not as it usually is, and cuts the usual one out again', () => {
    const cutter = new ProfileCutter(100);
    const rest = (text: string) => cutOf(cutter, `{"subscribe":1,"openid":"oA",${text}}`);
    assert.equal(rest('"unionid":"a b"')?.unionid, undefined);
    assert.equal(rest('"unionid":"ab"')?.unionid, 'ab');
    assert.equal(rest(`"unionid":"${'x'.repeat(32)}"`)?.unionid, undefined);
    assert.equal(rest(`"unionid":"${'x'.repeat(31)}"`)?.unionid, 'x'.repeat(31));
    assert.equal(rest('"subscribe_time":-5')?.time, -1);
    assert.equal(rest('"subscribe_time":5')?.time, 5);
    assert.equal(rest('"qr_scene":4294967296')?.qrScene, -1);
    assert.equal(rest('"qr_scene":4294967295')?.qrScene, 4_294_967_295);
  });

  it('takes the first of two values, and shares the second', () => {
    const cutter = new ProfileCutter(100);
    for (const [key, one, two] of [
      ['unionid', '"u1"', '"u2"'],
      ['subscribe_time', '0', '2'],
      ['qr_scene', '0', '2'],
    ] as const) {
      const text = `{"subscribe":1,"openid":"oA","${key}":${one},"${key}":${two}}`;
      for (let time = 0; time < 2; time++) {
        const cut = cutter.cut(asLine(text));
        assert.ok(cut, text);
        assert.equal(cutter.textOf(cut.way, '"oA"', one, one, one), text);
      }
    }
  });

  for (const text of [
    '',
    '{}',
    '{"subscribe":1}',
    '{"subscribe":1,"remark":""}',
    '{"subscribe":2,"openid":"oA"}',
    '{"subscribe":10,"openid":"oA"}',
    '{"subscribe":1,"openid":"o A"}',
    '{"subscribe":1,"openid":7}',
    '{"subscribe":1,"openid":"oA"',
    '{"subscribe":1,"openid":"oA"}}',
    '{"subscribe":1,"openid":"oA"} ',
    '{"subscribe":1,"openid":"oA",}',
    '{"subscribe":1,"openid":"oA",1}',
    '{"subscribe":1,"openid":"oA","a"}',
    '{"subscribe":1,"openid":"oA","a":}',
    '{"subscribe":1,"openid":"oA","a":01}',
    '{"subscribe":1,"openid":"oA","a":1 1}',
    '{"subscribe":1,"openid":"oA","a":[1,2}',
    '{"subscribe":1,"openid":"oA","subscribe":0}',
    '{"subscribe":1,"openid":"oA","openid":"oB"}',
    '{"subscribe":1,"openid":"oA","openid":7}',
    '{"subscribe":1,"openid":"oA","subscribe_time":"7}',
    '{"subscribe":1,"openid":"oA"x}',
    '{"subscribe":1 ,"openid":"oA"}',
  ])
    it(`leaves to others, each time that it comes: ${text}`, () => {
      const cutter = new ProfileCutter(100);
      for (let time = 0; time < 2; time++) assert.equal(cutOf(cutter, text), undefined);
      assert.equal(cutOf(cutter, full)?.openid, 'oA');
      assert.equal(cutOf(cutter, text), undefined);
    });

  it('leaves to others what would need more texts or ways than it may have', () => {
    // Four keys and two beginnings are texts, too.
    const cutter = new ProfileCutter(8);
    const line = (remark: string) => `{"subscribe":1,"openid":"oA","remark":"${remark}"}`;
    assert.ok(cutOf(cutter, line('a')));
    assert.ok(cutOf(cutter, line('b')));
    assert.equal(cutOf(cutter, line('c')), undefined);
    assert.ok(cutOf(cutter, line('a')));
    assert.ok(cutOf(cutter, line('b')));
  });
});
