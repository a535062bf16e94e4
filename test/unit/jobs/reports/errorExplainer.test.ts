import assert from 'node:assert/strict';

import { ErrorExplainer } from '../../../../src/jobs/reports/errorExplainer';

const made = Date.UTC(2022, 6, 27, 14, 5, 43);
const day = 86_400_000;
const account = {
  appId: 'wx0123456789abcdef',
  name: 'Books',
  credential: { kind: 'appSecret', secretId: 'a1', secretStore: 'vscode' },
  addedAt: 0,
} as const;

describe('an explained error', () => {
  async function labels(errmsg: string, now: number): Promise<string[]> {
    const explainer = new ErrorExplainer({ all: () => Promise.resolve([account]) }, () => now);
    return (await explainer.actionsFor({ errcode: 40003, errmsg })).map(({ label }) => label);
  }

  it('offers to look up its request for as long as WeChat keeps it', async () => {
    const errmsg = 'invalid openid rid: 62e14637-0aa1bb2c-3dd4ee5f';
    assert.deepEqual(await labels(errmsg, made + 6 * day), ['Look Up Request', 'Copy', 'Documentation']);
    assert.deepEqual(await labels(errmsg, made + 8 * day), ['Copy', 'Documentation']);
  });

  it('does not offer it for an older id', async () => {
    assert.deepEqual(await labels('invalid openid hint: [Xq9.Za0423vr31]', made), ['Copy', 'Documentation']);
  });
});
