import assert from 'node:assert/strict';
import * as v from 'valibot';

import { profileViewOf } from '../../../../src/panels/profile/profileView';
import { bounds } from '../../../../src/protocol/bounds';
import { profileView } from '../../../../src/protocol/views/profileView';
import { following, invalid, notFollowing, openidOf, pending } from '../batch/people';

const context = { appId: 'wx0123456789abcdef', accountName: 'Books', language: 'en' } as const;
const evil = `\u202E<img src=x onerror=alert(1)>\u0000"'${'W'.repeat(50_000)}`;

describe('view of a profile', () => {
  it('decodes what WeChat gave', () => {
    const outcome = following(1, {
      subscribe_time: 1_600_000_000,
      subscribe_scene: 'ADD_SCENE_QR_CODE',
      qr_scene: 98765,
      qr_scene_str: 'shop',
      unionid: 'oUnion',
      remark: '老客户',
      tagid_list: [2, 100],
      groupid: 100,
      nickname: '',
      future: { a: 1 },
    });
    const view = profileViewOf(outcome, { ...context, fetchedAt: 5, tagNames: new Map([[100, '会员']]) });
    assert.equal(view.outcome, 'following');
    assert.equal(view.fetchedAt, 5);
    const { legacyNote, ...decoded } = view.decoded ?? assert.fail('not decoded');
    assert.match(legacyNote, /2021-12-27/);
    assert.deepEqual(decoded, {
      unionid: 'oUnion',
      remark: '老客户',
      followedAt: 1_600_000_000,
      scene: { code: 'ADD_SCENE_QR_CODE', label: 'QR code scan', known: true },
      qrScene: '98765',
      qrSceneStr: 'shop',
      tags: [
        { id: 2, name: 'Starred' },
        { id: 100, name: '会员' },
      ],
      group: { id: 100, name: '会员' },
      legacy: [{ key: 'nickname', value: '' }],
      unknown: [{ key: 'future', value: '{"a":1}' }],
    });
  });

  it('says why there is no unionid', () => {
    assert.ok(profileViewOf(following(1), context).decoded?.unionidNote);
    assert.ok(profileViewOf(notFollowing(1), context).decoded?.unionidNote);
  });

  it('explains a failure', () => {
    const { problem, hasRaw, decoded } = profileViewOf(invalid(1), context);
    assert.equal(problem?.code, '40003');
    assert.ok(problem.cause && problem.nextStep);
    assert.deepEqual({ hasRaw, decoded }, { hasRaw: false, decoded: undefined });
  });

  it('names the request of a failure, and about when it was', () => {
    const fault = { errcode: 40003, errmsg: 'invalid openid rid: 62e14637-0aa1bb2c-3dd4ee5f' };
    const failed = { kind: 'failed', openid: openidOf(1), fault } as const;
    const { problem } = profileViewOf(failed, context);
    assert.equal(problem?.rid, '62e14637-0aa1bb2c-3dd4ee5f');
    assert.equal(problem.ridTime, Date.UTC(2022, 6, 27, 14, 5, 43) / 1000);
  });

  it('has nothing to show of an openid that was not asked for yet', () => {
    const { outcome, problem, decoded, hasRaw } = profileViewOf(pending(1), context);
    assert.deepEqual(
      { outcome, problem, decoded, hasRaw },
      {
        outcome: 'pending',
        problem: undefined,
        decoded: undefined,
        hasRaw: false,
      },
    );
  });

  it('names relatives', () => {
    const person = { openid: openidOf(2), appId: 'wxOther', accountName: 'Coffee' };
    const people = { samePerson: [person], likelyOwners: [] };
    const lists = [{ batchId: 'b', source: 'a.csv', startedAt: 5 }];
    const view = profileViewOf(following(1), { ...context, people, lists });
    assert.deepEqual(view.samePerson, [person]);
    assert.deepEqual(view.lists, lists);
  });

  it('is within the protocol, whatever WeChat and people put into it', () => {
    const hostile = following(1, {
      subscribe_time: evil,
      subscribe_scene: evil,
      qr_scene_str: evil,
      unionid: evil,
      remark: evil,
      language: evil,
      tagid_list: [1, evil, null],
      nickname: evil,
      [evil]: evil,
      ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index])),
    });
    const view = profileViewOf(hostile, { ...context, accountName: evil, tagNames: new Map([[1, evil]]) });
    assert.ok(v.is(profileView, view));
    assert.equal(view.decoded?.unknown.length, bounds.fields);
  });
});
