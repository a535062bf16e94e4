import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { useExtension } from '../../useExtension';

/** What WeChat has that changes something there. */
const changing = [
  '/cgi-bin/tags/create',
  '/cgi-bin/tags/update',
  '/cgi-bin/tags/delete',
  '/cgi-bin/tags/members/batchtagging',
  '/cgi-bin/tags/members/batchuntagging',
  '/cgi-bin/tags/members/batchblacklist',
  '/cgi-bin/tags/members/batchunblacklist',
  '/cgi-bin/user/info/updateremark',
  '/cgi-bin/clear_quota',
];

describe('no command changes anything at WeChat without the question', () => {
  const { window, extension, person } = useExtension();

  afterEach(() => person.reset());

  for (const command of Object.values(commands)) {
    it(command, async () => {
      const { appId, tags } = extension.account;
      const openids = extension.account.openids({}, 3);
      const [openid] = openids;
      const summary = await extension.run(commands.batchFetch, { openids, appId, show: false });
      const { id: batchId } = summary as { id: string };
      const tag = tags.all.find(({ id }) => id === 105) ?? assert.fail();
      const toTreeItem = () => undefined;
      for (const argument of [
        undefined,
        { appId, toTreeItem },
        { appId, openid, toTreeItem },
        { appId, batchId, toTreeItem },
        { appId, tagId: tag.id, toTreeItem },
        byHand({ appId, openids }),
        byHand({ appId, openid, tagId: tag.id }),
        { appId, openids, openid, batchId, tagId: tag.id },
        { appId, openids, openid, batchId, tagId: tag.id, show: false },
        Uri.file('/nowhere/list.json'),
      ]) {
        // Whatever is asked beforehand is answered; what asks whether it is meant is closed.
        person.types('Edit Remark of', 'other').types('Name of the tag', 'other');
        person.types('Paste one or more', openids.join()).types('Paste an openid', openid ?? '');
        person
          .chooses('with which tag?', `$(tag) ${tag.name}`)
          .chooses('Remove which tag', `$(tag) ${tag.name}`);
        person.chooses('Rename which tag?', `$(tag) ${tag.name}`);
        person.chooses(/^(Tag People|Remove Tag from People)$/, '$(clippy) Paste OpenIDs…');
        await extension.run(command, argument).catch(() => undefined);
        person.reset();
      }
      const sent = extension.weChat.requests.map(({ path }) => path).filter(path => changing.includes(path));
      assert.deepEqual(sent, []);
      // A question that was closed stood there, where the command is one that changes something.
      if (/Remark|Tag$|tagPeople$/.test(command))
        assert.ok(
          window.shown.some(({ kind, isModal }) => kind === 'warning' && isModal),
          'it asked',
        );
    });
  }

  describe('with wechatOpenid.confirmChanges off', () => {
    beforeEach(() => window.set('wechatOpenid.confirmChanges', false));

    for (const [count, asks] of [
      [20, false],
      [21, true],
    ] as const) {
      it(`${asks ? 'asks' : 'does not ask'} about ${count} people`, async () => {
        const { appId } = extension.account;
        const tag = extension.account.tags.all.find(({ id }) => id === 105) ?? assert.fail();
        const openids = extension.account.openids({}, count);
        person.chooses('with which tag?', `$(tag) ${tag.name}`);
        if (asks) person.closes(`Tag ${count} people`);
        await extension.run(commands.tagPeople, byHand({ appId, openids }));
        person.check();
        assert.equal(extension.weChat.calls('/cgi-bin/tags/members/batchtagging'), asks ? 0 : 1);
      });
    }
  });
});
