import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { commands, extensionId } from '../../../../src/manifest';

const answer = '{"subscribe":1,"openid":"o6_bmjHCrrLBVDYNc-2fQbMpUaE-","subscribe_time":1434093047}';

describe('Decode WeChat Response', () => {
  before(() => vscode.extensions.getExtension(extensionId)?.activate());
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, lines] of [
    ['a short text', 1],
    ['a text that is long enough for a progress notification', 50_000],
  ] as const) {
    it(`returns the profile in ${what}`, async () => {
      const text = `${'10:00 INFO nothing to see here\n'.repeat(lines)}10:01 INFO ${answer}\n`;
      const decoded = await vscode.commands.executeCommand(commands.decodeResponse, { text });
      assert.ok(typeof decoded === 'object' && decoded !== null && 'profiles' in decoded);
      assert.ok(Array.isArray(decoded.profiles));
      assert.equal(decoded.profiles.length, 1);
    });
  }

  it('explains an error that is cut behind its code', async () => {
    const text = '{"errcode":40164,"errmsg":"invalid ip 203.0.113.7';
    const decoded = await vscode.commands.executeCommand(commands.decodeResponse, { text });
    assert.ok(typeof decoded === 'object' && decoded !== null && 'errors' in decoded);
    const [error] = decoded.errors as { code: number; ip: string }[];
    assert.deepEqual([error?.code, error?.ip], [40164, '203.0.113.7']);
  });
});
