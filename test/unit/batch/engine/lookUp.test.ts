import assert from 'node:assert/strict';
import { lookUp } from '../../../../src/batch';
import { WeChatError } from '../../../../src/wechat';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { clientOf, userInfoPath } from '../scenario';

describe('lookUp', () => {
  let weChat: SimulatedWeChat;

  before(async () => {
    weChat = await startWeChat();
  });

  after(() => weChat.close());
  afterEach(() => weChat.faults.clear());

  const signal = new AbortController().signal;

  for (const [state, kind] of [
    ['following', 'following'],
    ['notFollowing', 'notFollowing'],
    ['neverFollowed', 'notFollowing'],
    ['foreign', 'invalid'],
    ['malformed', 'invalid'],
  ] as const) {
    it(`tells who is ${state}`, async () => {
      const [openid = ''] = weChat.accounts[0].openids({ state }, 1);
      const outcome = await lookUp(clientOf(weChat), openid, { signal });
      assert.deepEqual({ kind: outcome.kind, openid: outcome.openid }, { kind, openid });
    });
  }

  it('takes 50005 for its word: the person does not follow', async () => {
    const errmsg = 'user not following';
    weChat.faults.add({ kind: 'errcode', errcode: 50005, errmsg }, { path: userInfoPath });
    assert.deepEqual(await lookUp(clientOf(weChat), 'oGone', { signal }), {
      kind: 'notFollowing',
      openid: 'oGone',
      profile: { openid: 'oGone', subscribe: 0, errcode: 50005, errmsg },
    });
  });

  it('leaves trouble that is not about the openid to the caller, at the first time', async () => {
    weChat.forgetRequests();
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: userInfoPath });
    const [openid = ''] = weChat.accounts[0].openids({}, 1);
    await assert.rejects(lookUp(clientOf(weChat), openid, { signal }), WeChatError);
    assert.equal(weChat.calls(userInfoPath), 1);
  });
});
