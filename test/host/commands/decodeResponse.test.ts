import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { commands, extensionId } from '../../../src/manifest';

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
});
