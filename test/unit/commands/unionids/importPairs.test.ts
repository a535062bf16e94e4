import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Uri } from 'vscode';

import { commands, settingsSection } from '../../../../src/manifest';
import { ImportStore, openTable, PairReader } from '../../../../src/people';
import { until, useExtension } from '../../useExtension';

const miniProgram = 'wx00000000000000aa';
const plan = /Import UnionID Pairs from/;
const goOn = '$(check) Import';

describe('Import UnionID Pairs…', () => {
  const { window, extension, person } = useExtension();

  const miniOpenid = (number: number) => `oMini_${String(number).padStart(22, '0')}`;
  const unionid = (number: number) => `oUnion${String(number).padStart(22, '0')}`;
  const imports = async () =>
    (await new ImportStore(path.join(extension.folder, 'imports'), { retentionDays: () => 30 }).imports())
      .imports;
  const said = (words: string) => window.messages.find(text => text.includes(words));
  const told = async (words: string) => {
    await until(() => said(words) !== undefined);
    return said(words) ?? '';
  };
  const run = (...args: readonly unknown[]) => extension.run(commands.importPairs, ...args);
  const registerMini = () => extension.registry().add({ appId: miniProgram, name: 'Shop' }, { kind: 'none' });

  async function fileOf(name: string, lines: readonly string[]): Promise<Uri> {
    const file = path.join(extension.folder, name);
    await writeFile(file, `${lines.join('\n')}\n`);
    return Uri.file(file);
  }

  const users = (count: number) => [
    'user_id,unionid,mini_openid,phone',
    ...Array.from({ length: count }, (_, index) => `${index},${unionid(index)},${miniOpenid(index)},138`),
  ];
  /** The items of the plan as it was shown last. */
  const shownPlan = () =>
    window.shown
      .filter(({ text }) => plan.test(text))
      .at(-1)
      ?.items.map(({ label, description, detail }) => [label, description, detail]);

  it('shows what each column was taken for with its first values, and keeps the pairs', async () => {
    await registerMini();
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(3)));
    assert.match(await told('Imported from users.csv: 3 pairs.'), /kept until/);
    assert.deepEqual(shownPlan()?.slice(0, 4), [
      [goOn, undefined, undefined],
      ['user_id', 'Leave out', '0 · 1 · 2'],
      ['unionid', 'UnionID · by its name', [0, 1, 2].map(unionid).join(' · ')],
      ['mini_openid', 'OpenID of Shop · by its name', [0, 1, 2].map(miniOpenid).join(' · ')],
    ]);
    const [kept, second] = await imports();
    assert.equal(second, undefined);
    assert.deepEqual([kept?.name, kept?.accounts, kept?.keys], ['users.csv', [miniProgram], []]);
    assert.equal(extension.weChat.requests.length, 0);
  });

  it('lets a column be corrected, and makes an account without API on the spot', async () => {
    person.chooses(plan, '$(warning) Not ready yet');
    person.chooses('What does "mini_openid" hold?', 'OpenID of another account…');
    person.types('AppID of the Mini Program or app', miniProgram);
    person.types('Display name', 'Shop');
    person.chooses(plan, 'user_id').chooses('What does "user_id" hold?', 'Business key');
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(3)));
    await told('3 pairs');
    const account = await extension.registry().find(miniProgram);
    assert.deepEqual([account?.name, account?.credential], ['Shop', { kind: 'none' }]);
    const [kept] = await imports();
    assert.deepEqual([kept?.accounts, kept?.keys], [[miniProgram], ['user_id']]);
  });

  it('goes back to the plan where a question about a column is closed, and keeps nothing where that is', async () => {
    await registerMini();
    person.chooses(plan, 'phone').closes('What does "phone" hold?').closes(plan);
    await run(await fileOf('users.csv', users(3)));
    assert.deepEqual(await imports(), []);
    assert.deepEqual(window.messages, []);
  });

  it('counts what was left out by reason, and shows the first of these rows', async () => {
    await registerMini();
    const lines = [
      ...users(2),
      `7,${unionid(7)},,138`,
      `8,zhang san,${miniOpenid(8)},138`,
      `9,,${miniOpenid(9)},138`,
    ];
    person.chooses(plan, goOn).chooses('Imported from', 'Show Rows Left Out');
    await run(await fileOf('users.csv', lines));
    const message = await told('Imported from users.csv: 2 pairs.');
    assert.match(message, /Openids without a unionid: 1\./);
    assert.match(
      message,
      /Rows left out: 2 \(no openid: 1 · neither an openid nor a unionid can look so: 1\)\./,
    );
    await until(() => window.openedTexts.length > 0);
    assert.match(window.openedTexts[0] ?? '', /^Row 3: no openid: .*\nRow 4: .*zhang san/);
    assert.doesNotMatch(window.openedTexts[0] ?? '', /138/);
  });

  it('keeps nothing of a table without a pair, and leaves what it would have replaced', async () => {
    await registerMini();
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(2)));
    person.chooses(plan, goOn).chooses('Replace the pairs', 'Replace');
    await run(await fileOf('users.csv', ['unionid,mini_openid', `${unionid(1)},`]));
    assert.match(await told('Nothing was imported'), /no openid: 1/);
    assert.deepEqual(
      (await imports()).map(({ counts }) => counts.pairs),
      [2],
    );
  });

  it('asks before it replaces an import of the same name, and can keep both', async () => {
    await registerMini();
    const again = async (count: number, answer: string) => {
      person.chooses(plan, goOn).chooses(/Replace the pairs .*users\.csv[^]*Kept: \d pairs/, answer);
      await run(await fileOf('users.csv', users(count)));
    };
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(2)));
    await again(3, 'Replace');
    assert.deepEqual(
      (await imports()).map(({ counts }) => counts.pairs),
      [3],
    );
    await again(4, 'Keep Both');
    const names = (await imports()).map(({ name }) => name).sort();
    assert.deepEqual(names, ['users.csv', 'users.csv (2)']);
  });

  it('reads the selection or the editor in front, or asks for a file', async () => {
    await registerMini();
    const text = users(5).join('\n');
    window.openEditor('users.csv', text, [0, users(2).join('\n').length]);
    person.chooses('Where are the pairs?', 'The selection in users.csv').chooses(plan, goOn);
    await run();
    await told('2 pairs');
    person.chooses('Where are the pairs?', 'Choose a file…');
    person.names('Import Pairs', await fileOf('other.csv', users(4))).chooses(plan, goOn);
    await run();
    await told('Imported from other.csv: 4 pairs');
  });

  it('says what it reads where there is no row', async () => {
    await run(await fileOf('users.csv', []));
    await told('There are no rows in users.csv.');
  });

  it('keeps pairs in memory at retention 0, and says so', async () => {
    await registerMini();
    window.set(`${settingsSection}.history.retentionDays`, 0);
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(2)));
    await told('kept in memory until this window closes');
    assert.deepEqual(await imports(), []);
  });

  it('goes with the history of an account whose openids it holds, and stays with that of others', async () => {
    await registerMini();
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(2)));
    person.chooses(/Clear the history of[^]*follower lists: 0/, 'Clear');
    await extension.run(commands.clearHistory, { appId: extension.account.appId });
    assert.equal((await imports()).length, 1);
    person.chooses(/Imports of pairs with its openids: 1\./, 'Clear');
    await extension.run(commands.clearHistory, { appId: miniProgram });
    assert.deepEqual(await imports(), []);
  });

  it('goes with an account that is removed with its history', async () => {
    await registerMini();
    person.chooses(plan, goOn);
    await run(await fileOf('users.csv', users(2)));
    person.chooses(/Remove Shop[^]*Imports of pairs with its openids: 1\./, 'Remove with History');
    await extension.run(commands.removeAccount, { appId: miniProgram });
    assert.deepEqual(await imports(), []);
  });

  it('is deleted once its time is over', async () => {
    const folder = path.join(extension.folder, 'imports');
    const table = (await openTable(users(2).join('\n'))) ?? assert.fail();
    const columns = [
      { name: 'user_id', meaning: { kind: 'leaveOut' } as const },
      { name: 'unionid', meaning: { kind: 'unionid' } as const },
      { name: 'o', meaning: { kind: 'openid', of: { kind: 'account', appId: miniProgram } } as const },
    ];
    const add = async (name: string, daysAgo: number) => {
      const now = () => Date.now() - daysAgo * 86_400_000;
      const store = new ImportStore(folder, { retentionDays: () => 30, now });
      const { signal } = new AbortController();
      await store.add({ name, source: name }, new PairReader(table, columns), signal);
    };
    await add('old', 31);
    await add('new', 0);
    extension.reload();
    const patience = AbortSignal.timeout(10_000);
    while ((await imports()).length > 1) {
      patience.throwIfAborted();
      await setImmediate();
    }
    assert.deepEqual(
      (await imports()).map(({ name }) => name),
      ['new'],
    );
  });
});
