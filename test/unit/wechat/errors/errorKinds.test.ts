import assert from 'node:assert/strict';

import { runBatch } from '../../../../src/batch';
import { errorCodes, errorKind, type ErrorKind, WeChatError } from '../../../../src/wechat';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { batchGetPath, collect, recordedSleep, runOptions } from '../../batch/scenario';
import { followerOf, newClient, paths } from '../newClient';
import { failureOf } from '../rejection';

/** Calls of user/info and of the token endpoint until a client gives up, by what the error asks for. */
const callsFor: Readonly<Record<ErrorKind, readonly [calls: number, tokens: number]>> = {
  retry: [1, 1],
  token: [2, 2],
  config: [1, 1],
  network: [1, 1],
  data: [1, 1],
  quota: [1, 1],
  bug: [1, 1],
};

describe('every error of the table', () => {
  let weChat: SimulatedWeChat;
  const stableToken = '/cgi-bin/stable_token';

  before(async () => {
    weChat = await startWeChat();
  });

  beforeEach(() => {
    weChat.faults.clear();
    weChat.forgetRequests();
  });

  after(() => weChat.close());

  for (const errcode of errorCodes()) {
    const kind = errorKind({ errcode, errmsg: '' });

    it(`${errcode} (${kind}) is thrown after as many calls as it is worth`, async () => {
      const [account] = weChat.accounts;
      weChat.faults.add({ kind: 'errcode', errcode }, { path: paths.userInfo });
      const failure = await failureOf(newClient(weChat, account).userInfo(followerOf(account)));
      assert.ok(failure instanceof WeChatError);
      assert.deepEqual([failure.fault.errcode, failure.kind], [errcode, kind]);
      assert.deepEqual([weChat.calls(paths.userInfo), weChat.calls(stableToken)], callsFor[kind]);
    });

    it(`${errcode} from the token endpoint is asked for once`, async () => {
      const [account] = weChat.accounts;
      weChat.faults.add({ kind: 'errcode', errcode }, { path: stableToken });
      const failure = await failureOf(newClient(weChat, account).userInfo(followerOf(account)));
      assert.ok(failure instanceof WeChatError);
      assert.equal(failure.kind, errcode === 40001 ? 'config' : kind);
      assert.deepEqual([weChat.calls(paths.userInfo), weChat.calls(stableToken)], [0, 1]);
    });
  }

  it('is waited out in a batch where that helps, on an injected clock, and nowhere else', async () => {
    const [account] = weChat.accounts;
    for (const [errcode, calls, delays] of [
      [-1, 3, 2],
      [45011, 3, 2],
      [45009, 1, 0],
      [48001, 1, 0],
      [61004, 1, 0],
    ] as const) {
      weChat.faults.clear();
      weChat.forgetRequests();
      weChat.faults.add({ kind: 'errcode', errcode }, { path: batchGetPath, times: 2 });
      const slept = recordedSleep();
      await collect(
        runBatch(newClient(weChat, account), account.openids({}, 5), runOptions({ sleep: slept.sleep })),
      ).catch(() => undefined);
      assert.deepEqual([weChat.calls(batchGetPath), slept.delays.length], [calls, delays], String(errcode));
    }
  });
});
