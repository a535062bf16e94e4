import assert from 'node:assert/strict';

import { commands, views } from '../../../../src/manifest';
import { until, useExtension } from '../../useExtension';

// Names below .invalid lead nowhere: what would be sent fails at once.
const origin = 'https://relay.invalid';
const question = `Send AppSecrets and access tokens to ${origin}?`;
const failed = /WeChat|network|host/i;

describe('an API host that is not WeChat’s', () => {
  const { window, extension, person } = useExtension();
  const lookUp = (more: object = {}) =>
    extension.run(commands.lookup, { openid: extension.account.openids({}, 1)[0], ...more });
  const questions = () => window.messages.filter(text => text.startsWith('Send AppSecrets')).length;
  const calls = (base: string) => window.set('wechatOpenid.apiBaseUrl', base);

  it('gets no secret before the user has agreed, and is asked about once', async () => {
    calls(`${origin}/prefix`);
    person.closes(question);
    await lookUp();
    assert.deepEqual(window.logLines, [], 'nothing was sent');
    person.chooses(new RegExp(`^Send .*which is not of WeChat.*your own`, 's'), 'Send Them There');
    await lookUp();
    await until(() => window.logLines.some(line => line.includes('POST /cgi-bin/stable_token')));
    assert.match(window.messages.at(-1) ?? '', failed);
    await lookUp();
    extension.reload();
    await lookUp();
    assert.equal(questions(), 2);
    calls('https://another.invalid');
    person.closes('Send AppSecrets and access tokens to https://another.invalid?');
    await lookUp();
  });

  it('is asked about before an account is added, with the AppSecret that was just typed', async () => {
    calls(origin);
    const { appId, secret } = extension.other;
    person
      .types('AppID of the Official Account', appId)
      .types(/AppSecret/, secret)
      .types('Display name', 'Books');
    person.closes(question);
    await extension.run(commands.addAccount);
    assert.deepEqual(window.logLines, []);
  });

  it('is not asked about where nobody may be asked: the call is told so', async () => {
    calls(origin);
    await assert.rejects(lookUp({ show: false }), /confirmationNeeded: .*https:\/\/relay\.invalid/);
    await assert.rejects(extension.exports.getApi(1).lookup({ openid: 'o' }), { code: 'confirmationNeeded' });
    assert.deepEqual([window.shown, window.logLines], [[], []]);
  });

  it('is never asked about where it is WeChat’s, this machine, or an address that is refused', async () => {
    await lookUp({ show: false });
    calls('http://relay.invalid');
    await assert.rejects(lookUp({ show: false }), /networkError: /);
    assert.equal(questions(), 0);
  });

  it('stands in the tooltip of each account', async () => {
    const tooltip = async () => {
      const tree = window.tree(views.accounts);
      const [node] = (await tree.getChildren()) ?? [];
      const { tooltip: shown } = await tree.getTreeItem(node);
      return typeof shown === 'object' ? shown.value.replaceAll('&nbsp;', ' ') : '';
    };
    calls(`${origin}/prefix-42`);
    assert.match(await tooltip(), /Calls go to https:\/\/relay\.invalid, which is not a host of WeChat/);
    assert.doesNotMatch(await tooltip(), /prefix-42/);
    calls('https://sh.api.weixin.qq.com');
    assert.doesNotMatch(await tooltip(), /Calls go to/);
  });
});
