import assert from 'node:assert/strict';
import { transportReason } from '../../../../src/wechat/exchange/transportReason';

describe('transportReason', () => {
  for (const [reason, codes] of Object.entries({
    dns: ['ENOTFOUND', 'EAI_AGAIN'],
    refused: ['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'],
    timeout: ['ETIMEDOUT'],
    reset: ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'],
    tls: [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'EPROTO',
    ],
    unreadable: ['HPE_INVALID_CONSTANT', 'Z_DATA_ERROR'],
  })) {
    for (const code of codes) {
      it(`takes ${code} for "${reason}"`, () => {
        assert.deepEqual(transportReason(Object.assign(new Error('x'), { code })), { reason, detail: code });
      });
    }
  }

  it('takes VS Code’s word for a proxy that cannot be reached', () => {
    const message =
      'request failed, reason: Failed to establish a socket connection to proxies: PROXY 10.0.0.1:8080';
    assert.deepEqual(transportReason(new Error(message)), { reason: 'proxy' });
  });

  it('takes anything else for a broken connection, and never repeats its message', () => {
    for (const error of [new TypeError('cannot load http://x/?access_token=1'), 'text', undefined, null]) {
      assert.deepEqual(transportReason(error), { reason: 'reset' });
    }
  });
});
