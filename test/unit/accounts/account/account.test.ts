import assert from 'node:assert/strict';

import { isUsableAppId } from '../../../../src/accounts';
import { secretKey } from '../../../../src/accounts/account/credential';

describe('an AppID', () => {
  it('is usable whatever its shape, as long as it can name a file', () => {
    for (const appId of ['wx0123456789abcdef', 'WX-odd_1']) assert.ok(isUsableAppId(appId), appId);
    for (const appId of ['', '..', 'a/b', 'a\\b', 'a b', 'x'.repeat(65)])
      assert.ok(!isUsableAppId(appId), appId);
  });
});

describe('the key of a secret', () => {
  it('is the AppID and the random id that this profile gave it', () => {
    assert.equal(secretKey({ appId: 'wx0123456789abcdef', secretId: 'b9d3' }), 'wx0123456789abcdef:b9d3');
  });
});
