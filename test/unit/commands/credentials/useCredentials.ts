import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type TreeItem } from 'vscode';

import { type Credential } from '../../../../src/accounts';
import { unless } from '../../../../src/files';
import { commands, views } from '../../../../src/manifest';
import { startTokenServer, type TokenServer } from '../../../wechat/credentials/tokenServer';
import { useExtension } from '../../useExtension';

/** The boxes of the wizards, by what they ask. */
export const boxes = {
  appId: 'AppID of the Official Account',
  secret: 'AppSecret. It is never written to settings or logs',
  kinds: 'How does this account come by its access tokens?',
  address: 'Address of the token server',
  header: 'Header that the token server wants',
  token: 'Access token. It is kept in memory only',
  paste: 'Paste an access token',
  renew: 'WeChat no longer takes the access token of this account',
  name: 'Display name',
  change: 'What should change?',
};
export const other = 'Other Credential…';
export const header = { name: 'Authorization', value: 'Bearer the-key-of-the-team' };
export const headerText = `${header.name}: ${header.value}`;

/** A window without accounts, and a token server of the first account of WeChat's. */
export function useCredentials() {
  let server: TokenServer;
  // Before the fake's own check, which may fail: a server left open keeps the whole suite from ending.
  afterEach(() => server.close());
  const used = useExtension({ registered: 0 });
  const { window, extension, person } = used;
  beforeEach(async () => {
    server = await startTokenServer(extension.account, { header });
  });

  const target = () => ({ appId: extension.account.appId });

  function choose(kind: string): void {
    person
      .types(boxes.appId, extension.account.appId)
      .presses(boxes.secret, other)
      .chooses(boxes.kinds, kind);
  }

  async function treeItem(): Promise<TreeItem> {
    const tree = window.tree(views.accounts);
    const [node] = (await tree.getChildren()) ?? [];
    return tree.getTreeItem(node);
  }

  return {
    ...used,
    server: () => server,
    add: () => extension.run(commands.addAccount),
    edit: () => extension.run(commands.editAccount, target()),
    remove: () => extension.run(commands.removeAccount, target()),
    credential: async (): Promise<Credential | undefined> =>
      (await extension.registry().all())[0]?.credential,
    /** The secrets in the vault. */
    kept: () => [...extension.secrets.kept.values()],
    newToken: () => extension.account.tokens.issuePlain().accessToken,
    follower: () => extension.account.openids({}, 1)[0],
    lookUp: () =>
      extension.run(commands.lookup, { openid: extension.account.openids({}, 1)[0], ...target() }),
    /** What stood below the boxes, in a few words each. */
    notes: (length = 26) => window.shown.flatMap(each => each.notes).map(note => note.slice(0, length)),
    choose,
    enterServer: (text = headerText): void => {
      choose('Token server');
      person.types(boxes.address, server.url).types(boxes.header, text).types(boxes.name, 'Books');
    },
    enterToken: (token: string): void => {
      choose('Access token');
      person.types(boxes.token, token).types(boxes.name, 'Books');
    },
    treeItem,
    tooltip: async (): Promise<string> => {
      const { tooltip } = await treeItem();
      return typeof tooltip === 'object' ? tooltip.value.replaceAll('&nbsp;', ' ') : '';
    },
    /** No secret is in what is on disk, or was said, logged or copied. */
    assertNothingLeaked: async (more: readonly string[] = []): Promise<void> => {
      const files = (await readdir(extension.folder, { recursive: true, withFileTypes: true }))
        .filter(entry => entry.isFile())
        // One that is just being written is gone, or has its name, a moment later.
        .map(entry => readFile(path.join(entry.parentPath, entry.name), 'utf8').catch(unless('ENOENT', '')));
      const { shown, messages, logLines, copied } = window;
      const text = JSON.stringify([await Promise.all(files), shown, messages, logLines, copied]);
      for (const secret of [header.value, ...more, ...extension.weChat.secrets()])
        assert.ok(!text.includes(secret), `${secret.slice(0, 12)}…`);
    },
  };
}
