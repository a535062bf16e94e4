import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { commands, extensionId } from '../../src/manifest';

/** What users have: the packaged extension, put there by VS Code itself. */
describe('the installed extension', () => {
  const extension = vscode.extensions.getExtension(extensionId);

  it('is the one of the package, not of this folder', () => {
    assert.ok(extension);
    assert.match(extension.extensionPath, /extensions[\\/].*wechat-openid-lens\.wechat-openid-lens-\d/);
  });

  it('starts, and brings every command', async () => {
    assert.ok(extension);
    await extension.activate();
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      Object.values<string>(commands).filter(command => !known.includes(command)),
      [],
    );
  });

  it('opens a page of its own, which needs neither account nor network', async () => {
    const answer = {
      subscribe: 1,
      openid: 'oABCDE0123456789abcdefghijkl',
      subscribe_scene: 'ADD_SCENE_QR_CODE',
    };
    await vscode.commands.executeCommand(commands.decodeResponse, { text: JSON.stringify(answer) });
    const deadline = Date.now() + 15_000;
    while (!openPages().some(viewType => viewType.includes('wechatOpenid.'))) {
      assert.ok(Date.now() < deadline, 'a page opens');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
});

function openPages(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ input }) => (input instanceof vscode.TabInputWebview ? input.viewType : ''));
}
