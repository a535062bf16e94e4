import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { type LensExports } from '../../../src/exported/api/lensApi';
import { commands, extensionId } from '../../../src/manifest';
import { set, useLens } from './lensInUse';

describe('another extension', () => {
  const lens = useLens();

  it('gets the exported API with its version, and no other', async () => {
    const exports = vscode.extensions.getExtension<LensExports>(extensionId)?.exports;
    assert.deepEqual(exports?.versions, [1]);
    await assert.rejects(lens().another.getApi(2), { code: 'unsupportedVersion' });
  });

  it('may ask for nothing by default: calls reject, commands give nothing, WeChat is not asked', async () => {
    const { another, wechat } = lens();
    const api = await another.getApi(1);
    await assert.rejects(api.lookup({ openid: 'o' }), { code: 'apiDisabled' });
    await assert.rejects(api.decode({ text: '{}' }), /^LensError: apiDisabled: /);
    assert.equal(await another.run(commands.explainError, { code: 40003, show: false }), undefined);
    assert.deepEqual(wechat.requests, []);
  });

  it('looks people up, runs lists, decodes and explains once the user says so', async () => {
    const { another, wechat, account } = lens();
    await set('exportedApi.enabled', true);
    const api = await another.getApi(1);
    const openids = account.openids({ state: 'following' }, 3);
    const answer = await api.lookup({ openid: openids[0] ?? '' });
    assert.equal(answer.outcome, 'following');
    assert.equal(answer.profile?.openid, openids[0]);
    const { batches } = await api.batch({ openids });
    assert.deepEqual(
      batches.flatMap(batch => [...batch.answers()]).map(({ openid }) => openid),
      openids,
    );
    const { profiles } = await api.decode({ text: JSON.stringify(answer.profile?.raw) });
    assert.deepEqual(profiles, [answer.profile]);
    assert.equal((await api.explain({ code: 48001 })).kind, 'config');
    const explained = await another.run(commands.explainError, { code: 48001, show: false });
    assert.equal((explained as { code: number }).code, 48001);
    const given = JSON.stringify([answer, batches, profiles]);
    for (const secret of wechat.secrets()) assert.ok(!given.includes(secret), 'no secret is given out');
  });

  it('is shut out again as soon as the user says so', async () => {
    const api = await lens().another.getApi(1);
    await set('exportedApi.enabled', undefined);
    await assert.rejects(api.explain({ code: 48001 }), { code: 'apiDisabled' });
  });
});
