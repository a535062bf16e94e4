import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';
import { commands, views } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

describe('what was changed from here', () => {
  const { window, extension, person } = useExtension();
  let openid: string;
  let batchId: string;

  beforeEach(async () => {
    const { account } = extension;
    [openid = ''] = account.openids({}, 1);
    account.remark(account.people.indexOf(openid) ?? assert.fail(), '旧备注');
    const { appId } = account;
    const openids = account.openids({}, 3);
    const summary = await extension.run(commands.batchFetch, { openids, appId, show: false });
    ({ id: batchId } = summary as { id: string });
    await extension.run(commands.lookup, { openid, appId, show: false });
    extension.weChat.forgetRequests();
  });

  async function change(remark: string): Promise<void> {
    person
      .types('Edit Remark of', remark)
      .chooses(/remark of this follower/, /^$/.test(remark) ? 'Remove Remark' : 'Change Remark');
    await extension.run(commands.editRemark, byHand({ openid, appId: extension.account.appId }));
  }

  /** Everything that a view of the sidebar shows below its roots. */
  async function tree(): Promise<string> {
    const provider = window.tree(views.accounts);
    const texts: string[] = [];
    const walk = async (node?: unknown): Promise<void> => {
      for (const child of (await provider.getChildren(node)) ?? []) {
        const { label, description } = await provider.getTreeItem(child);
        texts.push(JSON.stringify([label, description]));
        await walk(child);
      }
    };
    await walk();
    return texts.join('\n');
  }

  it('is laid over older answers in table, row, profile and tree, and in no journal and no export', async () => {
    await extension.run(commands.openBatch, { batchId, toTreeItem: () => undefined });
    await extension.run(commands.openProfile, byHand({ batchId, openid }));
    for (const panel of window.panels) panel.says({ type: 'ready' });
    const [table, profile] = window.panels.map(panel => () => JSON.stringify(panel.told));
    await until(() => (table?.() ?? '').includes('旧备注') && (profile?.() ?? '').includes('旧备注'));
    await change('新备注');
    await until(() => (table?.() ?? '').includes('新备注'));
    await until(() => (profile?.() ?? '').includes('新备注'));
    const shown = await tree();
    assert.ok(shown.includes('新备注') && !shown.includes('旧备注'), shown);
    assert.equal(extension.weChat.calls('/cgi-bin/user/info'), 0);

    const file = path.join(extension.folder, 'out.csv');
    person.chooses('Export in which format?', 'CSV').names('Save', Uri.file(file)).closes('Exported to');
    await extension.run(commands.exportBatch, { batchId, toTreeItem: () => undefined });
    const exported = await readFile(file, 'utf8');
    assert.ok(exported.includes('旧备注') && !exported.includes('新备注'));
    const journal = await readFile(path.join(extension.folder, 'batches', `${batchId}.ndjson`), 'utf8');
    assert.ok(journal.includes('旧备注') && !journal.includes('新备注'));
  });

  it('gives way to a newer answer', async () => {
    await change('新备注');
    const { account } = extension;
    account.remark(account.people.indexOf(openid) ?? assert.fail(), '控制台');
    await extension.run(commands.lookup, { openid, show: false });
    assert.ok((await tree()).includes('控制台'));
  });

  it('says in the profile when that was', async () => {
    await change('');
    await extension.run(commands.openProfile, byHand({ batchId, openid }));
    window.panels[0]?.says({ type: 'ready' });
    await until(() => /"changedAt":\d+/.test(JSON.stringify(window.panels[0]?.told.at(-1))));
    assert.ok(!JSON.stringify(window.panels[0]?.told.at(-1)).includes('旧备注'));
  });

  it('leaves WeChat’s own groups their names in table, profile, tree and export, and an unknown one its number', async () => {
    const journal = path.join(extension.folder, 'batches', `${batchId}.ndjson`);
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replaceAll(/"tagid_list":\[[^\]]*\]/g, '"tagid_list":[1,777]'));
    extension.reload();
    await extension.run(commands.openBatch, { batchId, toTreeItem: () => undefined });
    await extension.run(commands.openProfile, byHand({ batchId, openid }));
    for (const panel of window.panels) panel.says({ type: 'ready' });
    const told = (index: number) => JSON.stringify(window.panels.at(index)?.told);
    for (const index of [-1, -2])
      await until(() => /"Blacklist"[^}]*"777"|Blacklist[^]*777/.test(told(index)));
    assert.ok((await tree()).includes('["Tags","Blacklist, 777"]'));
    const file = path.join(extension.folder, 'out.csv');
    person.chooses('Export in which format?', 'CSV').names('Save', Uri.file(file)).closes('Exported to');
    await extension.run(commands.exportBatch, { batchId, toTreeItem: () => undefined });
    assert.match(await readFile(file, 'utf8'), /Blacklist[^a-z]{1,3}777/);
  });

  it('is there after a reload, and gone at a retention of 0', async () => {
    await change('新备注');
    extension.reload();
    assert.ok((await tree()).includes('新备注'));
    window.set('wechatOpenid.history.retentionDays', 0);
    await change('下一个');
    assert.ok(!(await extension.changes()).includes('下一个'));
  });
});
