import assert from 'node:assert/strict';
import { commands } from '../../../../src/manifest';
import { until, useExtension } from '../../useExtension';

const create = '/cgi-bin/tags/create';
const update = '/cgi-bin/tags/update';

describe('the tags of an account', () => {
  const { window, extension, person } = useExtension();
  const names = () => extension.account.tags.all.map(({ name }) => name);
  const node = (tagId: number) => ({ appId: extension.account.appId, tagId, toTreeItem: () => undefined });
  const lastMessage = () => window.messages.at(-1) ?? '';
  const boxNotes = () => window.shown.filter(({ kind }) => kind === 'input').at(-1)?.notes;

  describe('Create Tag…', () => {
    it('counts bytes while typing, asks, and makes it', async () => {
      person.types('Name of the tag · 0 of 30 bytes', ' ', `${'标'.repeat(10)}a`, names()[1] ?? '', '大客户');
      person.chooses('Create the tag "大客户" in', 'Create Tag');
      await extension.run(commands.createTag);
      assert.deepEqual(boxNotes(), [
        'Type a name.',
        'Too long: 31 of 30 bytes.',
        'The account has a tag of this name already.',
      ]);
      assert.ok(names().includes('大客户'));
      assert.match(lastMessage(), /has the tag "大客户" now \(id \d+\)\.$/);
    });

    it('makes none where the question is closed', async () => {
      person.types('Name of the tag', 'VIP 9').closes('Create the tag');
      await extension.run(commands.createTag);
      assert.equal(extension.weChat.calls(create), 0);
    });

    it('refuses the 101st before the call', async () => {
      for (let at = 0; at < 100; at++) extension.account.tags.create(`tag ${at}`);
      await extension.run(commands.createTag);
      await until(() => /has 100 tags, as many as WeChat allows \(45056\)/.test(lastMessage()));
      assert.equal(extension.weChat.calls(create), 0);
    });

    for (const [errcode, words] of [
      [45157, 'another tag has it already'],
      [45158, 'too long'],
      [45056, '100 tags'],
    ] as const) {
      it(`explains ${errcode}`, async () => {
        extension.weChat.faults.add({ kind: 'errcode', errcode }, { path: create });
        person.types('Name of the tag', 'VIP 9').chooses('Create the tag', 'Create Tag');
        await extension.run(commands.createTag);
        await until(() => lastMessage().startsWith(`${errcode} · `));
        assert.ok(lastMessage().includes(words), lastMessage());
      });
    }
  });

  describe('Rename Tag…', () => {
    it('of a node shows the old name, asks, and is known at once wherever people are shown', async () => {
      const [openid = ''] = extension.account.openids().filter(each => {
        return extension.account.personOf(each)?.tagIds.includes(105);
      });
      const old = extension.account.tags.all.find(({ id }) => id === 105)?.name ?? '';
      await extension.run(commands.lookup, { openid });
      const [panel] = window.panels;
      panel?.says({ type: 'ready' });
      const shows = (text: string) => JSON.stringify(panel?.told.at(-1)).includes(JSON.stringify(text));
      await until(() => shows(old));
      person.types(`${Buffer.byteLength(old)} of 30 bytes`, '复购会员');
      person.chooses(`Rename the tag "${old}" of`, 'Rename Tag');
      await extension.run(commands.renameTag, node(105));
      assert.ok(names().includes('复购会员') && !names().includes(old));
      await until(() => shows('复购会员'));
    });

    it('leaves WeChat’s own tags alone, and the list without them', async () => {
      await extension.run(commands.renameTag, node(2));
      await until(() => /WeChat's own tags, which nobody can rename \(45058\)/.test(lastMessage()));
      person.closes('Rename which tag?');
      await extension.run(commands.renameTag);
      const list = window.shown.at(-1)?.choices ?? [];
      assert.ok(list.length > 2 && !list.some(label => label.includes('星标组')), list.join());
      assert.equal(extension.weChat.calls(update), 0);
    });

    it('calls nothing where the name stays or the question is closed', async () => {
      const old = extension.account.tags.all.find(({ id }) => id === 105)?.name ?? '';
      person.types('Name of the tag', old);
      await extension.run(commands.renameTag, node(105));
      await until(() => lastMessage() === 'The tag keeps its name.');
      person.types('Name of the tag', 'other').closes('Rename the tag');
      await extension.run(commands.renameTag, node(105));
      assert.equal(extension.weChat.calls(update), 0);
    });
  });

  it('draw no icon and turn no direction by their names', async () => {
    extension.account.tags.create('$(trash)\u202egnp');
    person.closes('Rename which tag?');
    await extension.run(commands.renameTag);
    assert.ok(window.shown.at(-1)?.choices.includes('$(tag) \\$(trash)gnp'));
  });
});
