import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';

import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const miniProgram = 'wx00000000000000aa';
/** Of another owner. */
const client = 'wx00000000000000bb';
const miniOpenid = (number: number) => `oMini_${String(number).padStart(22, '0')}`;
const columns = 'Which columns is the mapping to have?';
const format = 'Export in which format?';

describe('Export Mapping…', () => {
  const { window, extension, person } = useExtension({ registered: 2 });

  /** Who follows the first account, by openid. */
  const following = () => extension.account.openids({ state: 'following' }, 6);
  const unionidOf = (openid: string) => extension.account.personOf(openid)?.unionid ?? '';
  const at = (name: string) => path.join(extension.folder, name);
  const read = (name: string) => readFile(at(name), 'utf8');
  const run = (argument?: object) =>
    extension.run(commands.exportMapping, ...(argument ? [byHand(argument)] : []));
  const exported = async () => {
    await until(() => window.messages.some(text => text.startsWith('Exported to ')));
    return window.messages.find(text => text.startsWith('Exported to '));
  };

  /** The first six followers are known; the first four are in the Mini Program, too, with a business key. */
  beforeEach(async () => {
    await extension.registry().add({ appId: miniProgram, name: 'Shop' }, { kind: 'none' });
    await extension.registry().add({ appId: client, name: 'Client' }, { kind: 'none' });
    const rows = following().map((openid, index) => `U-${index},${unionidOf(openid)},${miniOpenid(index)}`);
    await writeFile(at('users.csv'), `user_id,unionid,mini_openid\n${rows.slice(0, 4).join('\n')}\n`);
    const plan = /Import UnionID Pairs from/;
    person.chooses(plan, 'user_id').chooses('What does "user_id" hold?', 'Business key');
    person.chooses(plan, 'mini_openid').chooses('What does "mini_openid" hold?', 'OpenID of Shop');
    person.chooses(plan, '$(check) Import');
    await extension.run(commands.importPairs, Uri.file(at('users.csv')));
    await extension.run(
      commands.batchFetch,
      byHand({ openids: following(), appId: extension.account.appId }),
    );
    extension.weChat.forgetRequests();
  });

  /** Everything up to where it is saved. */
  function answers(labels: readonly string[], as: string, target: string, scope?: RegExp) {
    person.chooses(columns, labels);
    if (scope) person.chooses('Which people is the mapping to hold?', scope.source);
    person.chooses(format, as).chooses(/Export \d person's? data\?|Export \d persons' data\?/, 'Export');
    return person.names('Save', Uri.file(at(target)));
  }
  const openidOfFirst = () => `OpenID of ${extension.account.name}`;

  it('writes who is who, and says before how many persons it tells of', async () => {
    answers(
      ['UnionID', openidOfFirst(), 'OpenID of Shop', 'user_id'],
      'CSV',
      'mapping.csv',
      /Everybody who is in one of the accounts/,
    );
    await run();
    assert.match((await exported()) ?? '', /mapping\.csv: 6 persons' data\. Rows: 6\.$/);
    const [head, ...lines] = (await read('mapping.csv')).trimEnd().split('\r\n');
    assert.equal(head, '\uFEFFunionid,openid_Lens_Demo_服务号,openid_Shop,user_id');
    const truth = following().map((openid, index) =>
      index < 4
        ? [unionidOf(openid), openid, miniOpenid(index), `U-${index}`]
        : [unionidOf(openid), openid, '', ''],
    );
    assert.deepEqual(lines.sort(), truth.map(row => row.join(',')).sort());
    const question = window.shown.find(({ text }) => text.includes("Export 6 persons' data?"));
    assert.match(
      question?.text ?? '',
      /Columns: unionid · openid_Lens_Demo_服务号 · openid_Shop · user_id\./,
    );
    assert.equal(extension.weChat.requests.length, 0);
  });

  it('leaves out who is not in all of the accounts, and proposes the columns of the last time', async () => {
    const picked = () =>
      window.shown
        .filter(({ text }) => text.includes(columns))
        .at(-1)
        ?.items.filter(item => item.picked)
        .map(({ label }) => label);
    answers(
      [openidOfFirst(), 'OpenID of Shop'],
      'NDJSON',
      'both.ndjson',
      /Only who is in all of the accounts/,
    );
    await run();
    // A business key is in no mapping before it was ticked.
    assert.deepEqual(picked(), ['UnionID', openidOfFirst(), 'OpenID of Shop']);
    await exported();
    const rows = (await read('both.ndjson'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, string>);
    assert.deepEqual(
      new Map(rows.map(row => [row['openid_Lens_Demo_服务号'], row['openid_Shop']])),
      new Map(
        following()
          .slice(0, 4)
          .map((openid, index) => [openid, miniOpenid(index)]),
      ),
    );
    person.closes(columns);
    await run();
    assert.deepEqual(picked(), [openidOfFirst(), 'OpenID of Shop']);
  });

  it('writes UPDATEs with the names that were typed, and refuses those that no database takes', async () => {
    person.chooses(columns, [openidOfFirst(), 'OpenID of Shop']);
    person.chooses('Which people is the mapping to hold?', 'Only who is in all of the accounts');
    person.chooses(format, 'SQL UPDATE for PostgreSQL');
    person.types('Name of the table', 'a.b.c', 'shop.users');
    person.types(`Name of the column: ${openidOfFirst()}`, '', 'oa.openid', 'oa_openid');
    person.types('Name of the column: OpenID of Shop', 'OA_openid', 'mini"openid');
    person.chooses('Which column finds the row', 'mini"openid');
    person.chooses("Export 4 persons' data?", 'Export').names('Save', Uri.file(at('m.sql')));
    await run();
    assert.match((await exported()) ?? '', /4 persons' data\. Rows: 4\./);
    const [charset, begin, ...statements] = (await read('m.sql')).trim().split('\n');
    assert.deepEqual([charset, begin], ["SET client_encoding = 'UTF8';", 'START TRANSACTION;']);
    assert.deepEqual(
      statements.sort(),
      [
        ...following()
          .slice(0, 4)
          .map(
            (openid, index) =>
              `UPDATE "shop"."users" SET "oa_openid" = '${openid}' WHERE "mini""openid" = '${miniOpenid(index)}';`,
          ),
        'COMMIT;',
      ].sort(),
    );
  });

  it('exports what a page shows, in its order, whatever else is known', async () => {
    const [a = '', b = '', c = ''] = following().map(unionidOf);
    async function* shown() {
      await Promise.resolve();
      yield [c, 'oNobody000000000000000000001'];
      yield [a, c];
    }
    assert.ok(b !== '');
    answers(['UnionID'], 'CSV', 'shown.csv');
    await run({ platform: a.slice(0, 6), accounts: [miniProgram], unionids: shown() });
    const ticked = window.shown.find(({ text }) => text.includes(columns))?.items.filter(each => each.picked);
    assert.deepEqual(
      ticked?.map(({ label }) => label),
      ['UnionID', 'OpenID of Shop'],
    );
    assert.ok(window.shown.some(({ text }) => text.includes('Not known here any more, left out: 1.')));
    await exported();
    assert.equal(await read('shown.csv'), `\uFEFFunionid\r\n${c}\r\n${a}\r\n`);
  });

  it('asks which people, where accounts are bound to different Open Platform accounts', async () => {
    await writeFile(
      at('client.csv'),
      'unionid,openid\noClien0000000000000000000001,oAAAAA0000000000000000000001\n',
    );
    const plan = /Import UnionID Pairs from/;
    person.chooses(plan, 'openid').chooses('What does "openid" hold?', 'OpenID of Client');
    person.chooses(plan, '$(check) Import');
    await extension.run(commands.importPairs, Uri.file(at('client.csv')));
    person.chooses('Export the people of which one?', 'Client');
    answers(['UnionID', 'OpenID of Client'], 'JSON', 'client.json');
    await run();
    await exported();
    assert.deepEqual(JSON.parse(await read('client.json')), [
      { unionid: 'oClien0000000000000000000001', openid_Client: 'oAAAAA0000000000000000000001' },
    ]);
    await run({ platform: 'oOther' });
    assert.match(
      window.messages.at(-1) ?? '',
      /Nobody is known here any more whose unionid begins with oOther/,
    );
  });

  it('writes nothing where a question is closed', async () => {
    person.closes(columns);
    await run();
    person.chooses(columns, ['UnionID']).closes(format);
    await run();
    person.chooses(columns, ['UnionID']).chooses(format, 'CSV').closes("Export 6 persons' data?");
    await run();
    person.chooses(columns, []);
    await run();
    assert.match(window.messages.at(-1) ?? '', /No column was chosen/);
    assert.ok(!(await readdir(extension.folder)).some(name => name.startsWith('mapping')));
  });
});

describe('Export Mapping… where nobody is known', () => {
  const { window, extension } = useExtension();

  it('says what to do first', async () => {
    await extension.run(commands.exportMapping);
    assert.match(
      window.messages.at(-1) ?? '',
      /Nobody with a unionid is known .* import pairs, and try again/,
    );
  });
});
