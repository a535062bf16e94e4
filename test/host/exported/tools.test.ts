import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { tools } from '../../../src/manifest';
import { set, useLens } from './lensInUse';

describe('tools for language models, as VS Code invokes them', () => {
  const lens = useLens();

  async function call(name: string, input: object): Promise<string> {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return part.value;
  }

  // VS Code lists every contributed tool to extensions; to models it offers those whose `when` holds.
  it('do nothing by default, whoever calls them', async () => {
    await assert.rejects(call(tools.explain, { code: 40003 }));
    assert.deepEqual(lens().wechat.requests, []);
  });

  it('work once the user wants them', async () => {
    await set('languageModelTools.enabled', true);
    await until(() => call(tools.explain, { code: 40003 }).then(yes, no));
    assert.match(await call(tools.explain, { code: 40164 }), /"kind":"network"/);
    const { account, wechat } = lens();
    const [openid = ''] = account.openids({ state: 'following' }, 1);
    const looked = await call(tools.lookup, { openids: [openid] });
    assert.match(looked, /"outcome":"following"/);
    assert.ok(looked.includes(openid));
    assert.match(await call(tools.findPerson, { openid }), /"outcome":"following"/);
    assert.match(await call(tools.decode, { text: '{"subscribe":1,"openid":"oA"}' }), /"openid":"oA"/);
    for (const secret of wechat.secrets()) assert.ok(!looked.includes(secret));
    await assert.rejects(call(tools.lookup, { openids: [] }), /invalidOpenids: /);
  });

  it('are gone again as soon as the user says so', async () => {
    await set('languageModelTools.enabled', undefined);
    await until(() => call(tools.explain, { code: 40003 }).then(no, yes));
  });
});

const yes = () => true;
const no = () => false;

async function until(holds: () => Promise<boolean>): Promise<void> {
  const patience = AbortSignal.timeout(10_000);
  while (!(await holds())) {
    patience.throwIfAborted();
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
