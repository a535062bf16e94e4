import assert from 'node:assert/strict';
import { callerIp } from '../../../../src/wechat';

describe('callerIp', () => {
  for (const [errmsg, ip] of [
    ['invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist', '203.0.113.7'],
    ['invalid ip 203.0.113.7, not in whitelist', '203.0.113.7'],
    ['invalid ip ::ffff:203.0.113.7, not in whitelist', '203.0.113.7'],
    ['invalid ip 2001:db8::7 ipv6 2001:db8::7, not in whitelist', '2001:db8::7'],
    ['invalid ip  ipv6 2001:DB8:0:0:0:0:0:7, not in whitelist', '2001:DB8:0:0:0:0:0:7'],
    [
      'access clientip is not registered requestIP: 203.0.113.7 rid: 62e14637-0aa1bb2c-3dd4ee5f',
      '203.0.113.7',
    ],
    ['access clientip is not registered requestIP:203.0.113.7.', '203.0.113.7'],
    ['access clientip is not registered requestIP: ::1', '::1'],
    ['access clientip is not registered requestIP:::1', '::1'],
    ['access clientip is not registered requestIP : 203.0.113.7', '203.0.113.7'],
    ['invalid ip ::ffff:102:304, not in whitelist', '1.2.3.4'],
    ['invalid ip  ipv6 0:0:0:0:0:FFFF:cb00:7107, not in whitelist', '203.0.113.7'],
    ['invalid ip: 203.0.113.7, not in whitelist', '203.0.113.7'],
    ['invalid ip：203.0.113.7', '203.0.113.7'],
    ['invalid ip [203.0.113.7], not in whitelist', '203.0.113.7'],
    ['invalid ip [2001:db8::7]:443, not in whitelist', '2001:db8::7'],
    ['invalid ip 203.0.113.7:443, not in whitelist', '203.0.113.7'],
    ['203.0.113.7 is not in the whitelist', '203.0.113.7'],
    ['IP [203.0.113.7] 不在 IP 白名单', '203.0.113.7'],
    ['2001:db8::7，未加入白名單', '2001:db8::7'],
  ] as const) {
    it(`finds ${ip} in "${errmsg}"`, () => assert.equal(callerIp(errmsg), ip));
  }

  for (const errmsg of [
    '',
    'invalid openid',
    'access clientip is not registered',
    'invalid ip 999.1.1.1, not in whitelist',
    'invalid ip address in rid: 62e14637-0aa1bb2c-3dd4ee5f',
    'invalid ip ::ffff:10203:4, not in whitelist',
    'version 1.2.3.4 is too old',
    '调用接口的IP地址不在白名单中',
    'x.203.0.113.7 is not in the whitelist',
  ]) {
    it(`finds none in "${errmsg}"`, () => assert.equal(callerIp(errmsg), undefined));
  }
});
