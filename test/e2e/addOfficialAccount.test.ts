import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { keychainService } from '../../src/manifest';
import { type SimulatedWeChat, startWeChat } from '../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { eventually, useWindow } from './window';

describe('adding an Official Account', () => {
  let wechat: SimulatedWeChat;
  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat }));

  it('is offered by the empty view', async () => {
    const { window } = opened();
    await window.sidebar.open('WeChat OpenID Lens');
    await window.sidebar.welcome.getByRole('button', { name: 'Add Official Account' }).waitFor();
    await window.screenshot('empty-view');
  });

  it('shows the account in the tree', async () => {
    const { window } = opened();
    await addOfficialAccount(window, wechat.accounts[0]);
    await window.sidebar.row(wechat.accounts[0].name).waitFor();
  });

  it('puts the secret into the keyring, where other programs find it, and into no file', async () => {
    const { keyringEntries, dataFolder } = opened();
    const { secret } = wechat.accounts[0];
    assert.ok((await keyringEntries(keychainService)).includes(secret));
    assert.deepEqual(await filesHolding(dataFolder, secret), []);
  });
});

describe('adding an Official Account without a keyring', () => {
  let wechat: SimulatedWeChat;
  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, keyring: false }));

  it('falls back to VS Code’s secret storage and says so in the tooltip', async () => {
    const { window } = opened();
    const { name } = wechat.accounts[0];
    await addOfficialAccount(window, wechat.accounts[0]);
    await window.sidebar.open('WeChat OpenID Lens');
    await eventually(async () => assert.match(await window.sidebar.tooltip(name), /secret storage/i));
  });
});

/** Files below a folder that hold a text. */
async function filesHolding(folder: string, text: string): Promise<string[]> {
  const holding: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(file)).includes(text)) holding.push(file);
  }
  return holding;
}
