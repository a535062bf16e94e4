import assert from 'node:assert/strict';

import { type DecodedView, type ProfileView } from '../../../../src/protocol/views/profileView';
import { profileText } from '../../../../src/webview/card/profileText';
import { sections } from '../../../../src/webview/card/sections';
import { Formats } from '../../../../src/webview/text/formats';

const formats = new Formats('en', () => Date.UTC(2026, 10, 22));
const nothing: DecodedView = { tags: [], legacy: [], unknown: [], legacyNote: 'not given since 2021-12-27' };

function view(decoded: Partial<DecodedView>, change: Partial<ProfileView> = {}): ProfileView {
  return {
    openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    appId: 'wx0123456789abcdef',
    accountName: 'Books',
    outcome: 'following',
    hasRaw: true,
    samePerson: [],
    likelyOwners: [],
    looksLikeUnionid: false,
    toAskAgain: false,
    lists: [],
    decoded: { ...nothing, ...decoded },
    ...change,
  };
}

function field(decoded: Partial<DecodedView>, label: string, change: Partial<ProfileView> = {}) {
  return sections(view(decoded, change), formats)
    .flatMap(({ fields }) => fields)
    .find(one => one.label === label);
}

const texts = (decoded: Partial<DecodedView>, label: string) =>
  field(decoded, label)?.values.map(({ text }) => text);

describe('sections of a profile', () => {
  it('show the label of a scene beside its code', () => {
    const scene = { code: 'ADD_SCENE_QR_CODE', label: 'QR code scan', known: true };
    assert.deepEqual(texts({ scene }, 'Scene'), ['QR code scan', 'ADD_SCENE_QR_CODE']);
  });

  it('show an unknown scene as it came, and say so', () => {
    const scene = { code: 'ADD_SCENE_MOON', label: 'ADD_SCENE_MOON', known: false };
    assert.deepEqual(texts({ scene }, 'Scene'), ['ADD_SCENE_MOON']);
    assert.ok(field({ scene }, 'Scene')?.note);
  });

  it('show the parameters of the scanned code whatever the scene', () => {
    const scene = { code: 'ADD_SCENE_OTHERS', label: 'Other', known: true };
    assert.deepEqual(texts({ scene, qrScene: '3229' }, 'QR Scene'), ['3229']);
    assert.deepEqual(texts({ qrSceneStr: 'shop' }, 'QR Scene String'), ['shop']);
  });

  it('tell since when, and how long ago', () => {
    const since = texts({ followedAt: Date.UTC(2023, 9, 1) / 1000 }, 'Followed') ?? [];
    assert.equal(since.at(-1), '3 years ago');
  });

  it('name tags, and number those without a name', () => {
    assert.deepEqual(texts({ tags: [{ id: 100, name: '会员' }, { id: 131 }] }, 'Tags'), ['会员', 'Tag 131']);
  });

  it('explain a missing unionid', () => {
    assert.equal(field({ unionidNote: 'probably not bound' }, 'UnionID')?.note, 'probably not bound');
    assert.equal(field({ unionid: 'oUnion' }, 'UnionID')?.note, undefined);
  });

  it('fold what WeChat no longer provides, with the reason', () => {
    const folded = sections(view({ legacy: [{ key: 'nickname', value: '' }] }), formats).find(
      one => one.folded,
    );
    assert.equal(folded?.note, nothing.legacyNote);
    assert.equal(folded?.fields[0]?.values[0]?.text, 'blank');
  });

  it('keep unknown fields', () => {
    assert.deepEqual(texts({ unknown: [{ key: 'future', value: '{"a":1}' }] }, 'future'), ['{"a":1}']);
  });

  it('claim no follow of someone who does not follow', () => {
    const decoded = { scene: { code: 'ADD_SCENE_PAID', label: 'Payment', known: true } };
    assert.equal(field(decoded, 'Scene', { outcome: 'notFollowing' }), undefined);
  });

  it('are none without an answer', () => {
    const { decoded, ...failed } = view({}, { outcome: 'failed' });
    assert.ok(decoded);
    assert.deepEqual(sections(failed, formats), []);
  });
});

describe('profile as text', () => {
  it('has a line for each fact, the openid first', () => {
    const lines = profileText(view({ remark: '老客户', unionid: 'oUnion' }), formats).split('\n');
    assert.equal(lines[0], 'OpenID: o6_bmjrPTlm6_2sgVt7hMZOPfL2M');
    assert.ok(lines.includes('Account: Books (wx0123456789abcdef)'));
    assert.ok(lines.includes('Outcome: Following'));
    assert.ok(lines.includes('Remark: 老客户'));
  });

  it('leaves out what WeChat no longer provides', () => {
    assert.doesNotMatch(profileText(view({ legacy: [{ key: 'nickname', value: '' }] }), formats), /nickname/);
  });

  it('tells the error of a failure', () => {
    const problem = { code: '-1', cause: 'WeChat is busy.', nextStep: 'Try again.' };
    assert.match(
      profileText(view({}, { outcome: 'failed', problem }), formats),
      /^Error: -1 WeChat is busy\.$/m,
    );
  });

  describe('where remark and tags can be changed', () => {
    const labels = (decoded: Partial<DecodedView>, label: string, change: Partial<ProfileView> = {}) =>
      field(decoded, label, change)?.buttons?.map(button => button.label);

    it('are there even where they are empty, with what can be done', () => {
      assert.deepEqual(texts({}, 'Remark'), ['none']);
      assert.deepEqual(labels({ remark: '张三' }, 'Remark'), ['Edit Remark…']);
      assert.deepEqual(labels({}, 'Tags'), ['Tag…']);
      assert.deepEqual(labels({ tags: [{ id: 100 }] }, 'Tags'), ['Tag…', 'Remove Tag…']);
    });

    it('is nowhere for somebody who does not follow, and for an answer that belongs to no account', () => {
      for (const change of [{ outcome: 'notFollowing' }, { appId: '' }] as const) {
        assert.equal(field({}, 'Remark', change), undefined);
        assert.equal(field({}, 'Tags', change), undefined);
        assert.equal(labels({ remark: '张三' }, 'Remark', change), undefined);
      }
    });

    it('is told when they were changed from here', () => {
      const changedAt = Date.UTC(2026, 10, 21);
      assert.match(field({ changedAt }, 'Tags')?.note ?? '', /^Changed in Lens 1 day ago, after/);
      assert.equal(field({}, 'Tags')?.note, undefined);
    });
  });
});
