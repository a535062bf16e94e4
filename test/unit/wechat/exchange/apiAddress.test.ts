import assert from 'node:assert/strict';
import { explainError, TransportError } from '../../../../src/wechat';
import { ApiAddress } from '../../../../src/wechat/exchange/apiAddress';

const path = '/cgi-bin/user/info';

describe('the address of the API', () => {
  for (const [base, url] of [
    ['https://api.weixin.qq.com', 'https://api.weixin.qq.com/cgi-bin/user/info?a=b'],
    ['https://relay.example.com/wx/', 'https://relay.example.com/wx/cgi-bin/user/info?a=b'],
    ['http://localhost:3000', 'http://localhost:3000/cgi-bin/user/info?a=b'],
    ['http://[::1]:3000/', 'http://[::1]:3000/cgi-bin/user/info?a=b'],
  ] as const) {
    it(`may be ${base}`, () => assert.equal(new ApiAddress(base).of(path, { a: 'b' }), url));
  }

  for (const [base, cause] of [
    ['http://relay.example.com', /must begin with https/],
    ['relay.example.com', /must begin with https/],
    ['https://user:pw@relay.example.com', /user name, a password or a query/],
    ['https://user@relay.example.com', /user name, a password or a query/],
    ['https://relay.example.com/?key=0123', /user name, a password or a query/],
  ] as const) {
    it(`may not be ${base}, and the reason is said`, () => {
      const error = thrownBy(() => new ApiAddress(base).of(path, {}));
      assert.equal(error.fault.reason, 'address');
      assert.match(explainError(error.fault, 'en').cause, cause);
      assert.doesNotMatch(JSON.stringify([error.fault, error.message]), /pw|0123/);
    });
  }
});

function thrownBy(act: () => unknown): TransportError {
  try {
    act();
  } catch (error) {
    if (error instanceof TransportError) return error;
  }
  return assert.fail('The address was taken.');
}
