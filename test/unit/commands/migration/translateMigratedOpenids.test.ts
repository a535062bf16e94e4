import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';
import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { listTitle } from '../../../../src/ui/texts/listTexts';
import { until, useExtension } from '../../useExtension';

const changeOpenid = '/cgi-bin/changeopenid';

describe('Translate Migrated OpenIDs…', () => {
  const { window, extension, person } = useExtension();

  /** People of the old account, which is the second one, with three who did not follow it. */
  const old = () => [
    ...extension.other.openids({}, 247),
    ...extension.other.openids({ state: 'notFollowing' }, 3),
  ];
  const newOf = (openid: string) =>
    extension.account.people.openids.encode(extension.other.people.indexOf(openid) ?? assert.fail());
  const counted = (pattern: RegExp) => window.messages.filter(message => pattern.test(message)).length;
  const report = () => {
    const told = window.panels.at(-1)?.told.at(-1) as { message?: { report?: unknown } } | undefined;
    return JSON.stringify(told?.message?.report ?? '');
  };

  async function exported(): Promise<string[]> {
    const file = path.join(extension.folder, 'out.csv');
    window.panels.at(-1)?.says({ type: 'ready' });
    person.names('Save', Uri.file(file));
    window.panels.at(-1)?.says({ generation: 1, message: { type: 'act', action: 'export' } });
    await until(() => counted(/^Exported to/) === 1);
    return (await readFile(file, 'utf8')).trimEnd().replace('\ufeff', '').split('\r\n');
  }

  async function fileOf(name: string, text: string): Promise<Uri> {
    const file = path.join(extension.folder, name);
    await writeFile(file, text);
    return Uri.file(file);
  }

  it('of 250, of which 3 did not follow, gives each an outcome in 3 calls', async () => {
    person.types(/Openids: 250, API calls: 3\./, ' ', extension.other.originalId);
    await extension.run(commands.translateMigratedOpenids, byHand({ openids: old() }));
    assert.equal(extension.weChat.calls(changeOpenid), 3);
    await until(() => counted(/Translated: 247 · No follower of the old account: 3$/) === 1);
    window.panels.at(-1)?.says({ type: 'ready' });
    await until(() => report().includes('ori_openid error'));
    const [first = ''] = old();
    assert.ok(report().includes(`["${first}","${newOf(first)}","Translated"]`));
  });

  it('offers the other name of the old account where WeChat does not take the one', async () => {
    extension.account.migratesBy = 'appId';
    person.types('The AppID (wx…) or', extension.other.originalId);
    // The same once more is refused before the call.
    const again = /does not take gh_\w+ \(63178\)\. Try the AppID/;
    person.types(again, extension.other.originalId, extension.other.appId);
    await extension.run(commands.translateMigratedOpenids, byHand({ openids: old().slice(0, 2) }));
    assert.equal(extension.weChat.calls(changeOpenid), 2);
    await until(() => counted(/Translated: 2$/) === 1);
  });

  it('writes two columns beside those of the table that they came from', async () => {
    const [one = '', two = ''] = old();
    const gone = old().at(-1) ?? '';
    const text = `name,openid,note\n张三,${one},"a, b"\n李四,${gone},\n王五,"${two}",=1+1\n`;
    person.types('The AppID (wx…) or', extension.other.originalId);
    await extension.run(commands.translateMigratedOpenids, await fileOf('users.csv', text));
    await until(() => counted(/Translated: 2 · No follower/) === 1);
    assert.deepEqual(await exported(), [
      'name,openid,note,new_openid,outcome',
      `张三,${one},"a, b",${newOf(one)},migrated`,
      `李四,${gone},,,noFollower`,
      `王五,${two},"'=1+1",${newOf(two)},migrated`,
    ]);
  });

  it('writes a table of its own where they came from none', async () => {
    const openids = old().slice(0, 2);
    person.types('The AppID (wx…) or', extension.other.originalId);
    const uri = await fileOf('users.json', JSON.stringify(openids));
    await extension.run(commands.translateMigratedOpenids, uri);
    await until(() => counted(/Translated: 2$/) === 1);
    assert.deepEqual(await exported(), [
      'old_openid,new_openid,outcome',
      ...openids.map(openid => `${openid},${newOf(openid)},migrated`),
    ]);
  });

  it('keeps what was translated when the quota ends, and goes on there', async () => {
    let calls = 0;
    extension.weChat.faults.add(
      { kind: 'errcode', errcode: 45009 },
      { path: changeOpenid, when: () => ++calls === 2 },
    );
    person.types('The AppID (wx…) or', extension.other.originalId);
    await extension.run(commands.translateMigratedOpenids, byHand({ openids: old() }));
    await until(() => counted(/^45009 · /) === 1);
    window.panels.at(-1)?.says({ type: 'ready' });
    await until(() => report().includes('Not asked for') && report().includes('"resume"'));
    window.panels.at(-1)?.says({ generation: 1, message: { type: 'act', action: 'resume' } });
    await until(() => counted(/Translated: 247 · No follower of the old account: 3$/) === 1);
    assert.equal(extension.weChat.calls(changeOpenid), 4);
  });

  it('takes those of a kept list of the old account, and asks which account is the new one', async () => {
    const { appId, name: accountName } = extension.other;
    const openids = old().slice(0, 3);
    const list = { kind: 'followers' } as const;
    const { id } = await extension.lists().create({ appId, accountName, list, forMigration: true });
    const page = () => Promise.resolve({ openids, nextOpenid: '', total: 3 });
    await extension.lists().walk(id, { fullPage: 10_000, page }, { signal: new AbortController().signal });
    person.types(/Openids: 3, API calls: 1\./, extension.other.originalId);
    const node = { listId: id, appId, toTreeItem: () => undefined };
    await extension.run(commands.translateMigratedOpenids, node);
    await until(() => counted(/^New OpenIDs of Followers, .*Translated: 3$/) === 1);
    person.chooses(
      'Where are the openids of the old account?',
      `$(checklist) ${listTitle(await extension.list())}`,
    );
    person.closes(/Openids: 3, API calls: 1\./);
    await extension.run(commands.translateMigratedOpenids);
  });

  it('asks where the openids are, and takes those of a batch or of the selection', async () => {
    const openids = old().slice(0, 2);
    window.openEditor('old.txt', openids.join('\n'), [0, 28]);
    person.chooses('Where are the openids of the old account?', 'The selection in old.txt');
    person.types(/Openids: 1, API calls: 1\./, extension.other.originalId);
    await extension.run(commands.translateMigratedOpenids);
    await until(() => counted(/Translated: 1$/) === 1);
    const { appId } = extension.account;
    await extension.run(commands.batchFetch, {
      openids: extension.account.openids({}, 3),
      appId,
      show: false,
    });
    person.chooses('Where are the openids', '$(table) List from another extension');
    person.closes(/Openids: 3, API calls: 1\./);
    await extension.run(commands.translateMigratedOpenids);
  });
});
