import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';

import { commands, views } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const miniProgram = 'wx00000000000000aa';
const app = 'wx00000000000000bb';
const unionid = (n: number) => `oUnion${String(n).padStart(22, '0')}`;

describe('Open People', () => {
  const { window, extension, person } = useExtension();

  /** Three people of a Mini Program, two of whom are in an app too. */
  async function importPairs(): Promise<void> {
    await extension.registry().add({ appId: miniProgram, name: 'Shop' }, { kind: 'none' });
    await extension.registry().add({ appId: app, name: 'App' }, { kind: 'none' });
    const file = path.join(extension.folder, 'users.csv');
    const rows = [1, 2, 3].map(
      n => `${unionid(n)},oMini_${unionid(n).slice(6)},${n < 3 ? `oApp__${unionid(n).slice(6)}` : ''}`,
    );
    await writeFile(file, `unionid,mini_openid,app_openid\n${rows.join('\n')}\n`);
    const plan = /Import UnionID Pairs from/;
    person.chooses(plan, 'mini_openid').chooses('What does "mini_openid" hold?', 'OpenID of Shop');
    person.chooses(plan, 'app_openid').chooses('What does "app_openid" hold?', 'OpenID of App');
    person.chooses(plan, '$(check) Import');
    await extension.run(commands.importPairs, Uri.file(file));
  }

  async function page(): Promise<() => string> {
    await until(() => window.panels.length > 0);
    window.panels.at(-1)?.says({ type: 'ready' });
    const shown = () => JSON.stringify(window.panels.at(-1)?.told ?? '');
    await until(() => shown().includes('"found"'));
    return shown;
  }

  const items = async () =>
    ((await window.tree(views.people).getChildren()) ?? []) as {
      label: string;
      description: string;
    }[];

  it('shows who is in which accounts, and the sidebar the numbers', async () => {
    await importPairs();
    assert.deepEqual(
      (await items()).map(({ description }) => description),
      ['open to count', 'open to count', 'open to count', '1'],
    );
    await extension.run(commands.openPeople);
    const shown = await page();
    assert.match(shown(), /"label":"In all: Shop, App","count":2/);
    assert.match(shown(), /"label":"Only in Shop","count":1/);
    await until(() => shown().includes('"findings"'));
    assert.deepEqual(
      (await items()).map(({ description }) => description),
      ['2', '2', '0', '1'],
    );
  });

  it('compares two accounts that are named', async () => {
    await importPairs();
    person.chooses('Which accounts are to be compared', ['Shop', 'App']);
    await extension.run(commands.compareAccounts);
    assert.match(
      (await page())(),
      /Shop and App are of the same Open Platform account: persons in both: 2\./,
    );
  });

  it('begins where the sidebar leads to', async () => {
    await importPairs();
    await extension.run(commands.openPeople, byHand({ place: 'several' }));
    const shown = await page();
    await until(() => shown().includes('"goTo"'));
    assert.match(shown(), /"count":2,"selected":0/);
  });

  it('says what to do where nobody is known, and the view is empty', async () => {
    assert.deepEqual(await items(), []);
    await extension.run(commands.openPeople);
    assert.match(window.messages.at(-1) ?? '', /Nobody is known on this machine yet/);
    assert.equal(window.panels.length, 0);
  });
});
