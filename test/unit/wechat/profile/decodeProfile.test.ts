import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeProfile, isRawProfile, type RawProfile } from '../../../../src/wechat';

const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

/** The sample of WeChat's documentation. */
const sample: RawProfile = {
  subscribe: 1,
  openid,
  language: 'zh_CN',
  subscribe_time: 1382694957,
  unionid: ' o6_bmasdasdsad6_2sgVt7hMZOPfL',
  remark: '',
  groupid: 0,
  tagid_list: [128, 2],
  subscribe_scene: 'ADD_SCENE_QR_CODE',
  qr_scene: 98765,
  qr_scene_str: '',
};

/** As people who left come back today: old keys blank, no unionid, no time. */
const left: RawProfile = {
  subscribe: 0,
  openid,
  nickname: '',
  sex: 0,
  language: 'zh_CN',
  city: '',
  province: '',
  country: '',
  headimgurl: '',
  tagid_list: [],
};

function decode(raw: RawProfile) {
  return decodeProfile(raw, { language: 'en' });
}

describe('decodeProfile', () => {
  it('decodes a follower', () => {
    const { raw, legacyNote, ...profile } = decode(sample);
    assert.deepEqual(JSON.parse(JSON.stringify(profile)), {
      openid,
      state: 'following',
      unionid: 'o6_bmasdasdsad6_2sgVt7hMZOPfL',
      subscribeTime: 1382694957,
      scene: { code: 'ADD_SCENE_QR_CODE', label: 'QR code scan', known: true },
      qrScene: '98765',
      groupId: 0,
      tagIds: [128, 2],
      language: { code: 'zh_CN', label: 'Simplified Chinese' },
      legacy: [],
      unknown: [],
    });
    assert.equal(raw, sample);
    assert.match(legacyNote, /2021-12-27/);
  });

  it('decodes a person who left, and keeps the blank fields of former times apart', () => {
    const profile = decode(left);
    assert.equal(profile.state, 'notFollowing');
    assert.equal(profile.subscribeTime, undefined);
    assert.deepEqual(
      profile.legacy.map(({ key, value }) => [key, value]),
      [
        ['nickname', ''],
        ['sex', 0],
        ['city', ''],
        ['province', ''],
        ['country', ''],
        ['headimgurl', ''],
      ],
    );
    assert.deepEqual(profile.unknown, []);
  });

  it('says why a unionid is missing', () => {
    const { unionid, ...withoutUnionid } = sample;
    assert.ok(unionid);
    assert.equal(decode(withoutUnionid).unionidMissing?.reason, 'probablyNotBound');
    assert.equal(decode({ ...sample, unionid: '  ' }).unionidMissing?.reason, 'probablyNotBound');
    assert.equal(decode(left).unionidMissing?.reason, 'withheld');
    assert.equal(decode(sample).unionidMissing, undefined);
    assert.equal(decode({ openid }).unionidMissing, undefined);
  });

  it('says it in the language asked for', () => {
    const { legacyNote, unionidMissing, language, scene } = decodeProfile(
      { ...left, subscribe_scene: 'ADD_SCENE_WXA' },
      { language: 'zh-tw' },
    );
    assert.match(legacyNote, /暱稱/);
    assert.match(unionidMissing?.text ?? '', /傳回/);
    assert.equal(language?.label, '簡體中文');
    assert.equal(scene?.label, '小程式關注');
  });

  it('knows no state where the answer has none', () => {
    for (const subscribe of [undefined, null, 'yes', 2]) {
      assert.equal(decode({ ...sample, subscribe }).state, 'unknown', String(subscribe));
    }
  });

  it('shows the parameter of a code whatever the scene, and none where there was none', () => {
    const scanned = decode({
      ...sample,
      subscribe_scene: 'ADD_SCENE_OTHERS',
      qr_scene: 3229,
      qr_scene_str: '0012',
    });
    assert.deepEqual([scanned.qrScene, scanned.qrSceneStr], ['3229', '0012']);
    const unscanned = decode({ ...sample, qr_scene: 0, qr_scene_str: '' });
    assert.deepEqual([unscanned.qrScene, unscanned.qrSceneStr], [undefined, undefined]);
    assert.deepEqual(unscanned.unknown, []);
    assert.equal(decode({ ...sample, qr_scene: '12345678901234567' }).qrScene, '12345678901234567');
  });

  it('gives a scene that nobody knows as its own label', () => {
    assert.deepEqual(decode({ ...sample, subscribe_scene: 'ADD_LINK' }).scene, {
      code: 'ADD_LINK',
      label: 'ADD_LINK',
      known: false,
    });
  });

  it('reads times beyond 2038, and none that Date cannot hold', () => {
    assert.equal(decode({ ...sample, subscribe_time: 4_102_444_800 }).subscribeTime, 4_102_444_800);
    assert.equal(decode({ ...sample, subscribe_time: '1382694957' }).subscribeTime, 1_382_694_957);
    for (const time of [0, -1, 8.64e12 + 1, 1.5, '2016-12-13 14:58:09', '9'.repeat(16), null]) {
      assert.equal(decode({ ...sample, subscribe_time: time }).subscribeTime, undefined, String(time));
    }
  });

  it('keeps fields that it does not know, and known ones of the wrong type', () => {
    const { unknown, remark, tagIds } = decode({
      ...sample,
      remark: { a: 1 },
      tagid_list: 'none',
      mood: [1],
    });
    assert.deepEqual([remark, tagIds], [undefined, []]);
    assert.deepEqual(
      unknown.map(({ key }) => key),
      ['remark', 'tagid_list', 'mood'],
    );
  });

  it('keeps a field of any name, also of one that every object has', () => {
    const raw: unknown = JSON.parse(`{"openid":"${openid}","subscribe":1,"__proto__":{"x":1},"toString":2}`);
    assert.ok(isRawProfile(raw));
    assert.deepEqual(
      decode(raw).unknown.map(({ key, value }) => [key, value]),
      [
        ['__proto__', { x: 1 }],
        ['toString', 2],
      ],
    );
  });

  it('reads states and numbers as other programs write them', () => {
    for (const [subscribe, state] of [
      [true, 'following'],
      ['true', 'following'],
      ['1', 'following'],
      [false, 'notFollowing'],
      ['False', 'notFollowing'],
      ['0', 'notFollowing'],
    ] as const)
      assert.equal(decode({ ...sample, subscribe }).state, state, String(subscribe));
    assert.equal(decode({ ...sample, groupid: '102' }).groupId, 102);
  });

  it('reads tags given as text', () => {
    for (const tagid_list of [['128', 2], '128,2', ' [128, 2] '])
      assert.deepEqual(decode({ ...sample, tagid_list }).tagIds, [128, 2], String(tagid_list));
    assert.deepEqual(decode({ ...sample, tagid_list: '[]' }).tagIds, []);
  });

  it('shows at most 100 tags, and what is left of the list among what nobody knows', () => {
    const ids = Array.from({ length: 130 }, (_, id) => id);
    const { tagIds, unknown } = decode({ ...sample, tagid_list: ['x', null, ...ids], mood: 1 });
    assert.deepEqual(tagIds, ids.slice(0, 100));
    assert.deepEqual(unknown, [
      { key: 'tagid_list', value: ['x', null, ...ids.slice(100)] },
      { key: 'mood', value: 1 },
    ]);
    assert.deepEqual(decode(sample).unknown, []);
  });

  it('leaves people’s texts as they typed them', () => {
    const remark = ' <b>老客户</b>\u202e\u0007 ';
    assert.equal(decode({ ...sample, remark }).remark, remark);
  });

  it('decodes anything that has an openid', () => {
    const keys = fc.constantFrom(
      ...Object.keys(sample),
      ...Object.keys(left),
      '__proto__',
      'constructor',
      'x',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), fields => {
        const profile = decode({ ...fields, openid });
        assert.equal(profile.openid, openid);
        assert.ok(
          profile.subscribeTime === undefined ||
            !Number.isNaN(new Date(profile.subscribeTime * 1000).getTime()),
        );
      }),
    );
  });
});
