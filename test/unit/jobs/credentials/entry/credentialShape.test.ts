import assert from 'node:assert/strict';

import {
  appIdAdvice,
  appIdRefusal,
  cleanCredential,
  secretAdvice,
} from '../../../../../src/jobs/credentials/entry/credentialShape';

const appId = 'wx0123456789abcdef';
const secret = '0123456789abcdef0123456789abcdef';

describe('a pasted credential', () => {
  it('is cleaned of what comes along when it is copied', () => {
    for (const text of [
      ` ${appId}\r\n`,
      `"${appId}"`,
      `“${appId}”`,
      `\ufeff${appId}\u200b`,
      `wx01234567 89abcdef`,
    ]) {
      assert.equal(cleanCredential(text), appId, JSON.stringify(text));
    }
  });

  it('is an AppID of the usual shape', () => {
    assert.equal(appIdRefusal(appId), undefined);
    assert.equal(appIdAdvice(appId), undefined);
  });

  for (const [text, said] of [
    ['', /AppID/],
    ['gh_0123456789ab', /original ID/],
    ['ww0123456789abcdef', /WeCom/],
    ['o6_bmjrPTlm6_2sgVt7hMZOPfL2M', /openid/],
    [secret, /AppSecret/],
    ['../etc', /letters and digits/],
  ] as const) {
    it(`is refused as an AppID: ${text || 'nothing'}`, () => {
      assert.match(appIdRefusal(text) ?? '', said);
    });
  }

  it('is warned about and not refused where it has an unusual shape', () => {
    assert.equal(appIdRefusal('wxABC'), undefined);
    assert.match(appIdAdvice('wxABC') ?? '', /WeChat will check it/);
    assert.match(secretAdvice('short') ?? '', /WeChat will check it/);
    assert.equal(secretAdvice(secret), undefined);
  });
});
