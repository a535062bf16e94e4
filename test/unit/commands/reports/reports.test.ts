import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { until, useExtension } from '../../useExtension';

const page = 'https://developers.weixin.qq.com/';

describe('commands that explain', () => {
  const { window, extension, person } = useExtension();

  describe('Explain WeChat Error…', () => {
    const explain = (request?: unknown) => extension.run(commands.explainError, request);

    it('explains a code, and a text that holds one, without the network', async () => {
      for (const code of [40164, '40164', '{"errcode":40164,"errmsg":"invalid ip 203.0.113.7"}']) {
        const explanation = await explain({ code });
        assert.ok(typeof explanation === 'object' && explanation !== null && 'code' in explanation);
        assert.equal(explanation.code, 40164);
      }
      assert.deepEqual(extension.weChat.requests, []);
    });

    it('says that a success is no error', async () => {
      assert.equal(await explain({ code: 0 }), undefined);
      assert.match(window.messages[0] ?? '', /^There is no error code here/);
    });

    it('lets the user find it in the table, and does what they choose', async () => {
      person.chooses('Type a code or words', '45009', '45009').chooses(/^45009/, 'Documentation');
      await explain();
      await until(() => window.openedPages.length > 0);
      assert.ok(window.openedPages[0]?.startsWith(page));
    });

    it('reads an error that is pasted, or selected, before the table', async () => {
      person
        .chooses('Type a code or words', '99999', '{"errcode":99999,"errmsg":"new"}')
        .chooses(/^99999/, 'Copy');
      await explain();
      assert.match(window.copied, /^99999 · .*: new/);
      window.openEditor('app.log', 'errcode 40013', [0, 13]);
      person.closes('Type a code or words');
      assert.equal(await explain(), undefined);
      assert.deepEqual(window.shown.at(-1)?.choices.slice(0, 2), ['In the selection', '40013']);
    });
  });

  it('Check Official Account shows each step on a page, and what it comes to', async () => {
    await extension.run(commands.checkAccount);
    const [panel] = window.panels;
    assert.match(panel?.title ?? '', /Lens Demo 服务号/);
    panel?.says({ type: 'ready' });
    await until(() => extension.weChat.calls('/cgi-bin/tags/get') > 0);
  });

  it('Look Up Request by rid… asks for one, and says what WeChat answers', async () => {
    person.types('Paste a rid', 'nothing', 'rid: 62e14637-0aa1bb2c-3dd4ee5f');
    await extension.run(commands.lookUpRequestByRid);
    assert.deepEqual(window.shown[0]?.notes, ['There is no rid in this text.']);
    assert.equal(window.progress[0]?.title, 'Asking WeChat about the request 62e14637-0aa1bb2c-3dd4ee5f');
    assert.equal(window.messages.length, 1);
  });

  it('Report Issue… opens a text with versions and the log, and without openids and secrets', async () => {
    const [openid = ''] = extension.account.openids({}, 1);
    await extension.run(commands.lookup, { openid, show: false });
    await extension.run(commands.reportIssue);
    const [text = ''] = window.openedTexts;
    assert.match(text, /WeChat OpenID Lens: \d+\.\d+\.\d+[\s\S]*GET \/cgi-bin\/user\/info/);
    for (const secret of [openid, ...extension.weChat.secrets()]) assert.ok(!text.includes(secret));
  });

  it('Show Log shows it', async () => {
    await extension.run(commands.showLog);
    assert.ok(window.isLogShown);
  });
});
