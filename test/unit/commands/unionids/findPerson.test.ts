import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';

import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const miniProgram = 'wx00000000000000aa';
const unionid = 'oUnion0000000000000000000001';
const miniOpenid = 'oMini_0000000000000000000001';

describe('Find Person…', () => {
  const { window, extension, person } = useExtension();

  beforeEach(async () => {
    await extension.registry().add({ appId: miniProgram, name: 'Shop' }, { kind: 'none' });
    const file = path.join(extension.folder, 'users.csv');
    await writeFile(file, `user_id,unionid,mini_openid\nU-42,${unionid},${miniOpenid}\n`);
    const plan = /Import UnionID Pairs from/;
    person.chooses(plan, 'user_id').chooses('What does "user_id" hold?', 'Business key');
    person.chooses(plan, '$(check) Import');
    await extension.run(commands.importPairs, Uri.file(file));
  });

  async function report(): Promise<string> {
    await until(() => window.panels.length > 0);
    window.panels.at(-1)?.says({ type: 'ready' });
    const shown = () => JSON.stringify(window.panels.at(-1)?.told ?? '');
    await until(() => shown().includes('"report"'));
    return shown();
  }

  for (const [by, wanted] of [
    ['unionid', unionid],
    ['openid', miniOpenid],
    ['businessKey', 'U-42'],
  ] as const)
    it(`shows the accounts of a person that is named by ${by}, without network`, async () => {
      await extension.run(commands.findPerson, byHand({ [by]: wanted }));
      const shown = await report();
      const cells = ['Shop', miniOpenid, unionid, 'Imported, never asked for', '', '', 'user_id: U-42'];
      assert.ok(shown.includes(JSON.stringify(cells)), shown);
      assert.match(shown, /no way from a unionid to an openid/);
      assert.equal(extension.weChat.requests.length, 0);
    });

  for (const pasted of [`"${unionid}",`, `\u200b${miniOpenid}\r`])
    it(`finds who is pasted as ${JSON.stringify(pasted)}`, async () => {
      person.types('A unionid, an openid, or a business key', pasted);
      await extension.run(commands.findPerson);
      assert.match(await report(), new RegExp(unionid));
    });

  it('knows who was looked up, and says why there is no unionid', async () => {
    const [openid = ''] = extension.account.openids({ state: 'notFollowing' }, 1);
    await extension.run(commands.lookup, { openid, appId: extension.account.appId, show: false });
    person.types('A unionid, an openid, or a business key', openid);
    await extension.run(commands.findPerson);
    assert.match(await report(), /has no unionid: WeChat gives none for those who do not follow/);
  });

  it('says what to do where nobody is known', async () => {
    await extension.run(commands.findPerson, byHand({ businessKey: 'U-43' }));
    assert.match(window.messages.at(-1) ?? '', /Nobody with this id .* import pairs, and try again/);
    assert.equal(window.panels.length, 0);
  });
});
