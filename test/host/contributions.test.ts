import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { commands, extensionId, settings, settingsSection } from '../../src/manifest';

interface Contributions {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
}

describe('contributions', () => {
  const extension = vscode.extensions.getExtension(extensionId);
  const { contributes } = (extension?.packageJSON ?? {}) as Contributions;

  before(async () => {
    await extension?.activate();
  });

  it('register every command', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(commands).filter(id => !registered.has(id)),
      [],
    );
    assert.equal(contributes.commands.length, Object.values(commands).length);
  });

  it('put the look-up into the context menu of editors and the list into that of files', () => {
    const of = (menu: string) => contributes.menus[menu]?.map(({ command }) => command);
    assert.deepEqual(of('editor/context'), [commands.lookupSelection, commands.decodeResponse]);
    assert.deepEqual(of('explorer/context'), [
      commands.batchFetch,
      commands.addProfilesToFile,
      commands.importPairs,
      commands.translateMigratedOpenids,
    ]);
    assert.deepEqual(of('editor/title/context'), [commands.addProfilesToFile]);
  });

  it('give every setting its default', () => {
    const configuration = vscode.workspace.getConfiguration(settingsSection);
    for (const [name, value] of Object.entries(settings))
      assert.deepEqual(configuration.get(name), value, name);
  });

  it('let no workspace redirect requests or secrets', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'the suite runs in a folder');
    const file = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
    const hostile = { 'wechatOpenid.apiBaseUrl': 'https://example.com', 'wechatOpenid.lang': 'en' };
    const changed = new Promise<void>(resolve => {
      const subscription = vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration('wechatOpenid.lang')) return;
        subscription.dispose();
        resolve();
      });
    });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(hostile)));
    try {
      // The window setting arrives, so the file was read; the application setting beside it did not.
      await changed;
      const configuration = vscode.workspace.getConfiguration(settingsSection);
      assert.equal(configuration.inspect('lang')?.workspaceValue, 'en');
      assert.equal(configuration.inspect('apiBaseUrl')?.workspaceValue, undefined);
      assert.equal(configuration.get('apiBaseUrl'), settings.apiBaseUrl);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
