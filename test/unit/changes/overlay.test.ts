import assert from 'node:assert/strict';
import { type Change, Overlay } from '../../../src/changes';
import { decodeProfile } from '../../../src/wechat';

const answer = decodeProfile(
  { openid: 'oA', subscribe: 1, remark: 'alt', tagid_list: [100, 101] },
  { language: 'en' },
);
const remark = (text: string, at: number, openid = 'oA'): Change => ({
  kind: 'remark',
  openid,
  at,
  remark: text,
});

describe('changes laid over answers', () => {
  it('show a profile as it is by now, and when the last change was made', () => {
    const overlay = new Overlay([
      remark('neu', 20),
      { kind: 'tag', openid: 'oA', at: 30, tagId: 105 },
      { kind: 'untag', openid: 'oA', at: 25, tagId: 100 },
    ]);
    const { remark: shown, tagIds, changedAt } = overlay.overProfile(answer, 10);
    assert.deepEqual([shown, tagIds, changedAt], ['neu', [101, 105], 30]);
  });

  it('take a remark away', () => {
    assert.equal(new Overlay([remark('', 20)]).overProfile(answer, 10).remark, undefined);
  });

  it('leave alone what is newer, of somebody else, or of an unknown time', () => {
    const overlay = new Overlay([remark('neu', 20)]);
    assert.equal(overlay.overProfile(answer, 20).remark, 'alt');
    assert.equal(overlay.overProfile(answer, undefined), answer);
    assert.equal(new Overlay([remark('neu', 20, 'oB')]).overProfile(answer, 10), answer);
  });

  it('tell of whom another one knows more or less', () => {
    const before = new Overlay([remark('1', 1), remark('1', 1, 'oB')]);
    const after = new Overlay([remark('1', 1), remark('2', 2), remark('1', 1, 'oB'), remark('1', 1, 'oC')]);
    assert.deepEqual(after.differing(before).sort(), ['oA', 'oC']);
    assert.deepEqual(before.differing(after).sort(), ['oA', 'oC']);
    assert.deepEqual(before.differing(undefined).sort(), ['oA', 'oB']);
  });
});
