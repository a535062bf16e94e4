import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { paths, until, useExtension } from '../../useExtension';

const given = 'List from another extension';

describe('the start of a batch', () => {
  const { window, extension, person } = useExtension();
  const fetch = (request: Readonly<Record<string, unknown>>) => extension.run(commands.batchFetch, request);
  const asking = () => extension.weChat.calls(paths.batchGet);

  it('gives its caller id and counts', async () => {
    const summary = await fetch({ openids: extension.account.openids({}, 2) });
    const { id, counts } = await extension.batch();
    assert.deepEqual(summary, { id, counts });
    assert.equal(counts.following, 2);
  });

  it('keeps where the list came from, and under which account', async () => {
    await fetch({ openids: extension.account.openids({}, 1), show: false });
    const { source, appId, accountName, lang } = await extension.batch();
    const { account } = extension;
    assert.deepEqual([source, appId, accountName, lang], [given, account.appId, account.name, 'zh_CN']);
    assert.deepEqual(window.panels, []);
  });

  it('says what it looked for where it found no openid', async () => {
    await fetch({ text: 'nothing to see here' });
    assert.match(window.messages[0] ?? '', /^No openid was found\. Looked for a JSON list/);
  });

  it('asks above the limit of the settings, with the calls it costs and what is left of the day', async () => {
    window.set('wechatOpenid.confirmAbove', 100);
    person.chooses(/Fetch 250 profiles with Lens Demo 服务号\?/, 'Fetch');
    await fetch({ openids: extension.account.openids({}, 250) });
    assert.match(
      window.shown[0]?.text ?? '',
      /About 3 API calls.*\nUp to 3 more .*\nLeft of today: [\d,]+ calls\./,
    );
    assert.equal((await extension.batch()).counts.following, 250);
  });

  it('does not ask up to that limit', async () => {
    window.set('wechatOpenid.confirmAbove', 100);
    await fetch({ openids: extension.account.openids({}, 100) });
    assert.equal((await extension.batch()).counts.following, 100);
  });

  it('asks without the quota where it cannot be had', async () => {
    window.set('wechatOpenid.confirmAbove', 1);
    extension.weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: paths.quota });
    person.closes('Fetch 2 profiles');
    await fetch({ openids: extension.account.openids({}, 2) });
    assert.match(
      window.shown[0]?.text ?? '',
      /About 1 API calls of 100 openids each\.\nUp to 1 more [^\n]*$/,
    );
  });

  it('makes no batch and no call where the question is closed', async () => {
    window.set('wechatOpenid.confirmAbove', 1);
    person.closes('Fetch 2 profiles');
    await fetch({ openids: extension.account.openids({}, 2) });
    assert.deepEqual([await extension.store().list(), asking(), window.messages.length], [[], 0, 1]);
  });

  it('asks before it sends a list of something else, and shows what stands there', async () => {
    person.closes('None of the 2 values looks like an openid.');
    await fetch({ openids: ['first', 'second'] });
    assert.match(window.shown[0]?.text ?? '', /The first value is: first$/);
    assert.equal(asking(), 0);
    person.chooses('None of the 2 values', 'Ask WeChat');
    await fetch({ openids: ['first', 'second'] });
    assert.equal((await extension.batch()).counts.invalid, 2);
  });

  it('says what it cleaned, found twice, and found odd', async () => {
    const [ada = '', bo = ''] = extension.account.openids({}, 2);
    await fetch({ openids: [` ${ada}`, ada, `"${bo}"`, 'odd'] });
    const [facts] = window.messages;
    assert.match(
      facts ?? '',
      /Duplicates, asked for once: 1 · Openids cleaned: \d \(.*\) · Do not look like openids, asked for separately: 1\.$/,
    );
  });

  it('says nothing of a clean list', async () => {
    await fetch({ openids: extension.account.openids({}, 2) });
    assert.deepEqual(window.messages, ['The batch is done: 2 following.']);
  });

  it('says how to add an account where there is none', async () => {
    await extension.registry().remove((await extension.registry().all())[0] ?? assert.fail());
    extension.reload();
    person.chooses('No Official Account is registered yet', 'Add Official Account…');
    person.closes('AppID');
    await fetch({ openids: extension.account.openids({}, 2) });
    await until(() => window.called.some(({ command }) => command === commands.addAccount));
    await until(() => window.shown.some(({ kind }) => kind === 'input'));
  });
});
