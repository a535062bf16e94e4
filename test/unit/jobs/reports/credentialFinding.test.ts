import assert from 'node:assert/strict';

import { type Credential, Vault } from '../../../../src/accounts';
import { accountReport } from '../../../../src/jobs/reports/accountReport';
import { credentialFinding } from '../../../../src/jobs/reports/credentialFinding';
import { checkSteps } from '../../../../src/wechat/check/accountCheck';
import { SecretsInMemory } from '../../accounts/secretsInMemory';

const appId = 'wx0123456789abcdef';
const address = 'https://tokens.example.com/wechat/token?key=k9k9';

describe('the credential in a check', () => {
  const keychain = new SecretsInMemory('keychain');
  const vault = new Vault({ keychain, vscode: new SecretsInMemory('vscode') }, () => 'keychain');
  beforeEach(() => keychain.entries.clear());

  async function found(credential: Credential, { pasted = false } = {}) {
    const account = { appId, name: 'Books', credential, addedAt: 0 };
    const clients = { holdsPastedToken: () => pasted };
    const secret = await credentialFinding(account, { vault, clients });
    const progress = {
      account,
      startedAt: 0,
      steps: checkSteps,
      found: new Map(),
      host: 'h',
      proxy: undefined,
    };
    const report = accountReport({ ...progress, done: true, secret });
    return { ...secret, report };
  }

  it('of a token server names its host alone, and whether its header can be read', async () => {
    const header = { name: 'X-Key', secretId: 's', secretStore: 'keychain' } as const;
    const gone = await found({ kind: 'tokenServer', address, header });
    assert.equal(gone.verdict, 'fail');
    assert.match(gone.detail, /come from: tokens\.example\.com\. Header X-Key: .* no longer holds it/);
    keychain.entries.set(`${appId}:s`, 'Bearer secret');
    const kept = await found({ kind: 'tokenServer', address, header });
    assert.equal(kept.verdict, 'pass');
    assert.doesNotMatch(JSON.stringify(kept), /k9k9|Bearer/);
  });

  it('of a token server that wants no header is found', async () => {
    const { verdict, detail } = await found({ kind: 'tokenServer', address });
    assert.deepEqual(
      { verdict, detail },
      { verdict: 'pass', detail: 'Access tokens come from: tokens.example.com.' },
    );
  });

  it('is missing where no token was pasted in this window, which nobody is asked for now', async () => {
    const none = await found({ kind: 'accessToken' });
    assert.equal(none.verdict, 'fail');
    assert.match(none.detail, /asked for one at the next look-up/);
    assert.equal((await found({ kind: 'accessToken' }, { pasted: true })).verdict, 'pass');
  });

  it('is the only step where the API is not used', async () => {
    const { report } = await found({ kind: 'none' });
    assert.equal(report.steps.length, 1);
    assert.match(report.summary?.text ?? '', /does not use the API: there is nothing to ask WeChat/);
    assert.equal((await found({ kind: 'accessToken' })).report.steps.length, 1 + checkSteps.length);
  });
});
