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

  describe('above the limit of the settings', () => {
    const question = /Fetch 250 profiles with Lens Demo 服务号\?/;
    beforeEach(() => window.set('wechatOpenid.confirmAbove', 100));

    it('asks, with the calls it costs', async () => {
      person.chooses(question, 'Fetch');
      await fetch({ openids: extension.account.openids({}, 250) });
      const [item] = window.shown[0]?.items ?? [];
      assert.equal(item?.description, 'About 3 API calls of 100 openids each.');
      assert.match(item.detail ?? '', /^Up to 3 more /);
      assert.equal((await extension.batch()).counts.following, 250);
    });

    it('asks at once: the quota is a courtesy that may never come', async () => {
      extension.weChat.faults.add({ kind: 'never' }, { path: paths.token });
      person.closes(question);
      await fetch({ openids: extension.account.openids({}, 250) });
      assert.deepEqual([await extension.store().list(), asking()], [[], 0]);
    });

    it('asks for no AppSecret for the sake of the quota', async () => {
      extension.secrets.kept.clear();
      person.closes(question);
      await fetch({ openids: extension.account.openids({}, 250) });
      assert.equal(window.shown.length, 1);
    });

    it('is told to a caller who wants nothing shown', async () => {
      const openids = extension.account.openids({}, 250);
      await assert.rejects(fetch({ openids, show: false }), /confirmationNeeded: .* 250 profiles/);
      assert.deepEqual([window.shown, asking()], [[], 0]);
    });

    it('makes no batch and no call where the question is closed, or answered with Cancel', async () => {
      person.closes(question).chooses(question, 'Cancel');
      for (let times = 0; times < 2; times++) await fetch({ openids: extension.account.openids({}, 250) });
      assert.deepEqual([await extension.store().list(), asking(), window.messages], [[], 0, []]);
    });
  });

  it('does not ask up to that limit', async () => {
    window.set('wechatOpenid.confirmAbove', 100);
    await fetch({ openids: extension.account.openids({}, 100) });
    assert.equal((await extension.batch()).counts.following, 100);
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
