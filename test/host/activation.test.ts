import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../../src/manifest';

describe('the extension inside VS Code', () => {
  it('is found under its id and activates', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
