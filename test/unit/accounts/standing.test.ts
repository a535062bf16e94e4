import assert from 'node:assert/strict';

import { type Account, AccountStanding } from '../../../src/accounts';
import { type RequestEntry } from '../../../src/wechat';
import { memento } from '../../fakeVSCode/context';

const userInfo = '/cgi-bin/user/info';
const token = '/cgi-bin/stable_token';
const server = 'token server';

describe('the standing of an account', () => {
  let kept: ReturnType<typeof memento>;
  let standing: AccountStanding;

  beforeEach(() => {
    kept = memento();
    standing = new AccountStanding(kept);
  });

  it('is good until WeChat refuses it, and again when a call succeeds', () => {
    assert.equal(standing.refusal('wxA'), undefined);
    note('wxA', { errcode: 48001 });
    assert.deepEqual(standing.refusal('wxA'), { errcode: 48001, errmsg: '', endpoint: userInfo });
    assert.equal(standing.refusal('wxB'), undefined);
    note('wxA');
    assert.equal(standing.refusal('wxA'), undefined);
  });

  for (const [what, errcode, path] of [
    ['a wrong secret', 40125, token],
    ['40001 where tokens are given', 40001, token],
    ['a frozen secret', 40243, token],
    ['an address that is not whitelisted', 40164, token],
    ['an account without the permission', 48001, '/cgi-bin/user/info/batchget'],
    ['an account without the permission to list', 48001, '/cgi-bin/user/get'],
  ] as const) {
    it(`is bad after ${what}`, () => {
      note('wxA', { errcode, path });
      assert.deepEqual(standing.refusal('wxA'), { errcode, errmsg: '', endpoint: path });
    });
  }

  it('is not bad for a bad openid, a used-up quota, a stale token, a busy WeChat or a broken connection', () => {
    for (const errcode of [40003, 45009, 40001, 42001, -1, 12345]) note('wxA', { errcode });
    note('wxA', { reason: 'timeout' });
    note('wxA', { errcode: 48001, path: '/cgi-bin/openapi/quota/get' });
    standing.note({ method: 'GET', path: userInfo, errcode: 48001, milliseconds: 1, attempt: 1 });
    assert.equal(standing.refusal('wxA'), undefined);
  });

  for (const [what, entry, refusal] of [
    ['401', { reason: 'status', status: 401 }, { reason: 'status', status: 401, endpoint: server }],
    [
      'a page of HTML',
      { reason: 'unreadable', status: 200 },
      { reason: 'unreadable', status: 200, endpoint: server },
    ],
    ['a redirect to another host', { reason: 'redirect' }, { reason: 'redirect', endpoint: server }],
    ['30 MB', { reason: 'tooLarge' }, { reason: 'tooLarge', endpoint: server }],
    ['a wrong secret of its own', { errcode: 40125 }, { errcode: 40125, errmsg: '', endpoint: token }],
  ] as const) {
    it(`is bad where its token server answers with ${what}, until that gives a token`, () => {
      note('wxA', { ...entry, path: server });
      assert.deepEqual(standing.refusal('wxA'), refusal);
      note('wxA', { path: server });
      assert.equal(standing.refusal('wxA'), undefined);
    });
  }

  it('is not bad where its token server cannot be reached, is broken for now, or nobody waited for it', () => {
    for (const reason of ['timeout', 'dns', 'refused', 'reset', 'tls', 'proxy', 'cancelled'] as const)
      note('wxA', { reason, path: server });
    note('wxA', { reason: 'status', status: 502, path: server });
    note('wxA', { reason: 'status', path: server });
    assert.equal(standing.refusal('wxA'), undefined);
  });

  it('is bad where WeChat refuses a token that was pasted, which nobody but its user renews', () => {
    for (const errcode of [40001, 40014, 42001]) {
      standing.note(
        { appId: 'wxA', ...{ method: 'GET', path: userInfo, milliseconds: 1, attempt: 1 }, errcode },
        true,
      );
      assert.deepEqual(standing.refusal('wxA'), { errcode, errmsg: '', endpoint: userInfo });
      note('wxA');
      assert.equal(standing.refusal('wxA'), undefined);
    }
  });

  it('is not made good by a token, where the user APIs refused it', () => {
    note('wxA', { errcode: 48001 });
    note('wxA', { path: token });
    note('wxA', { path: server });
    note('wxA', { path: token, errcode: 45009 });
    assert.deepEqual(standing.refusal('wxA'), { errcode: 48001, errmsg: '', endpoint: userInfo });
  });

  it('is made good by a token where the secret was wrong, and by an answer about an openid', () => {
    note('wxA', { errcode: 40125, path: token });
    note('wxA', { path: token });
    assert.equal(standing.refusal('wxA'), undefined);
    note('wxA', { errcode: 48001 });
    note('wxA', { errcode: 40003 });
    assert.equal(standing.refusal('wxA'), undefined);
  });

  describe('orders accounts', () => {
    const accounts = ['wxA', 'wxB', 'wxC', 'wxD'].map((appId): Account => ({
      appId,
      name: appId,
      credential: { kind: 'appSecret', secretId: 's', secretStore: 'vscode' },
      addedAt: 0,
    }));
    const order = (...first: (string | undefined)[]) =>
      standing
        .inOrder(accounts, first)
        .map(({ appId }) => appId.slice(2))
        .join('');

    it('as they are, as they were named, as they were used, the refused behind all', () => {
      assert.equal(order(), 'ABCD');
      assert.equal(order('wxC', undefined), 'CABD');
      note('wxB');
      note('wxD');
      assert.equal(order('wxC'), 'CDBA');
      note('wxC', { errcode: 48001 });
      note('wxD', { errcode: 48001 });
      assert.equal(order('wxC'), 'BACD');
    });

    it('as they were used before the window was reloaded', () => {
      note('wxB');
      note('wxD');
      standing = new AccountStanding(kept);
      assert.equal(order(), 'DBAC');
    });

    it('without use of a token, or of an answer that is none', () => {
      note('wxB', { path: token });
      note('wxC', { errcode: 40003 });
      assert.equal(order(), 'ABCD');
    });

    it('whatever stands where the order was kept', async () => {
      for (const value of ['wxB', [1, 'wxB'], null]) {
        await kept.update('usedAppIds', value);
        assert.match(order(), /^(ABCD|BACD)$/);
      }
    });
  });

  function note(appId: string, entry: Partial<RequestEntry> = {}): void {
    standing.note({ appId, method: 'GET', path: userInfo, milliseconds: 1, attempt: 1, ...entry });
  }
});
