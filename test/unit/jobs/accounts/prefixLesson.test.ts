import assert from 'node:assert/strict';
import * as path from 'node:path';

import { LearnedPrefixes } from '../../../../src/accounts';
import { commands, views } from '../../../../src/manifest';
import { type AccountNode } from '../../../../src/tree/accountNode';
import { until, useExtension } from '../../useExtension';

const followers = '/cgi-bin/user/get';

describe('how an account’s openids begin', () => {
  const { window, extension, person } = useExtension({ registered: 0 });
  const calls = () => extension.weChat.calls(followers);
  const isKnown = () => prefixes().knows(extension.account.appId);
  const prefixes = () => new LearnedPrefixes(path.join(extension.folder, 'prefixes'), assert.ifError);

  async function add(): Promise<void> {
    const { appId, secret } = extension.account;
    person.types('AppID of the', appId).types('never written to settings', secret).types('Display name', 'B');
    await extension.run(commands.addAccount);
  }

  async function check(): Promise<void> {
    await extension.run(commands.checkAccount);
    window.panels.at(-1)?.says({ type: 'ready' });
  }

  async function learned(): Promise<void> {
    while (!(await isKnown())) await new Promise(resolve => setImmediate(resolve));
  }

  it('is learned when it is added, by one call, of which nothing is kept but that and the total', async () => {
    await add();
    await learned();
    assert.equal(calls(), 1);
    const [openid = ''] = extension.account.openids({}, 1);
    assert.deepEqual(await prefixes().accountsOf(openid), [extension.account.appId]);
    assert.equal(await prefixes().followersOf(extension.account.appId), extension.account.followerCount);
  });

  it('is told with the total in the tooltip', async () => {
    await add();
    await learned();
    extension.reload();
    const [node] = (await window.tree(views.accounts).getChildren()) as AccountNode[];
    const tooltip = node?.toTreeItem().tooltip;
    assert.ok(typeof tooltip === 'object');
    assert.ok(tooltip.value.includes(`Followers:&nbsp;${extension.account.followerCount},&nbsp;when`));
  });

  it('is learned when it is checked, from the page that the check asks for', async () => {
    await extension.register(extension.account);
    extension.reload();
    await check();
    await learned();
    assert.equal(calls(), 1);
  });

  it('stays unknown, silently, where WeChat does not let it', async () => {
    extension.weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: followers });
    await add();
    await until(() => calls() > 0);
    assert.match(window.messages.join('\n'), /^B is ready\.[^\n]*$/);
    assert.equal(await isKnown(), false);
  });

  it('stays unknown where nobody follows', async () => {
    for (const openid of extension.account.openids({})) extension.account.setFollowing(openid, false);
    await add();
    await until(() => calls() > 0);
    assert.equal(await isKnown(), false);
  });

  it('is not asked for where WeChat refuses the account', async () => {
    await extension.register(extension.account);
    extension.account.become('unverified');
    extension.reload();
    await check();
    await until(() => extension.weChat.calls('/cgi-bin/tags/get') > 0);
    assert.deepEqual([calls(), await isKnown()], [0, false]);
  });
});
