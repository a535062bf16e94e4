import assert from 'node:assert/strict';

import { proxyInUse, type ProxySettings } from '../../../../src/jobs/reports/proxyInUse';

const wechat = 'https://api.weixin.qq.com';
const none: ProxySettings = { proxy: '', support: 'override', noProxy: [], env: {} };
const proxy = 'http://proxy.example:8080';

describe('proxyInUse', () => {
  it('takes the setting before the environment', () => {
    const settings = { ...none, proxy, env: { HTTPS_PROXY: 'http://other:1' } };
    assert.deepEqual(proxyInUse(wechat, settings), { address: 'proxy.example:8080', source: 'setting' });
  });

  it('tells no user name and no password', () => {
    const settings = { ...none, proxy: 'http://me:password@proxy.example:8080' };
    assert.equal(JSON.stringify(proxyInUse(wechat, settings)).includes('password'), false);
  });

  for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
    it(`takes ${name} of the environment`, () => {
      const found = proxyInUse(wechat, { ...none, env: { [name]: proxy } });
      assert.deepEqual(found, { address: 'proxy.example:8080', source: 'environment' });
    });
  }

  for (const [what, address, settings] of [
    ['nothing is set', wechat, none],
    ['support is off', wechat, { ...none, proxy, support: 'off' }],
    ['the address is this machine', 'http://127.0.0.1:8080', { ...none, proxy }],
    ['the host is exempt by setting', wechat, { ...none, proxy, noProxy: ['api.weixin.qq.com'] }],
    ['its domain is exempt', wechat, { ...none, proxy, env: { NO_PROXY: 'a.example, .qq.com:443' } }],
    ['everything is exempt', wechat, { ...none, proxy, env: { no_proxy: '*' } }],
    ['the setting is no address', wechat, { ...none, proxy: 'proxy' }],
    ['the address is none', 'x', { ...none, proxy }],
  ] as const) {
    it(`finds none where ${what}`, () => assert.equal(proxyInUse(address, settings), undefined));
  }

  it('is not put off by an exempt host that only ends alike', () => {
    assert.ok(proxyInUse(wechat, { ...none, proxy, noProxy: ['xin.qq.com'] }));
  });
});
