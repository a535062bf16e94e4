import assert from 'node:assert/strict';
import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const path = '/cgi-bin/user/info/updateremark';

describe('Edit Remark…', () => {
  const { window, extension, person } = useExtension();
  let openid: string;

  beforeEach(() => {
    [openid = ''] = extension.account.openids({}, 1);
    const { account } = extension;
    account.remark(account.people.indexOf(openid) ?? assert.fail(), '张三');
  });

  const node = () => byHand({ openid, appId: extension.account.appId });
  const look = () => extension.run(commands.lookup, { openid, show: false });
  const sent = () => extension.weChat.calls(path);
  const remark = () => extension.account.personOf(openid)?.remark;

  it('shows the old and the new one, asks, and changes it at WeChat', async () => {
    await look();
    person.types(
      /^Edit Remark of o.*6 of 30 bytes · Old: "张三" \(.*\) · The empty remark removes it\.$/s,
      '李四',
    );
    person.chooses(/^Change the remark of this follower of .*\nOld: "张三"\nNew: "李四"$/s, 'Change Remark');
    await extension.run(commands.editRemark, node());
    assert.deepEqual([sent(), remark()], [1, '李四']);
    assert.equal(window.messages.at(-1), `The remark of ${openid} is "李四" now.`);
  });

  it('counts bytes, and refuses 31 of them before the call; 30 are left to WeChat', async () => {
    await look();
    person.types('Edit Remark of', `${'字'.repeat(10)}a`, '字'.repeat(10));
    person.chooses('Change the remark', 'Change Remark');
    await extension.run(commands.editRemark, node());
    const [box] = window.shown.filter(({ kind }) => kind === 'input');
    assert.deepEqual(box?.notes, ['31 bytes: WeChat takes at most 30. A Chinese character is three.']);
    assert.deepEqual([sent(), remark()], [1, '字'.repeat(10)]);
  });

  it('takes one of emoji as it is, four bytes each, and refuses the eighth', async () => {
    await look();
    person
      .types('Edit Remark of', '😀'.repeat(8), '😀'.repeat(7))
      .chooses('Change the remark', 'Change Remark');
    await extension.run(commands.editRemark, node());
    const [box] = window.shown.filter(({ kind }) => kind === 'input');
    assert.deepEqual(box?.notes, ['32 bytes: WeChat takes at most 30. A Chinese character is three.']);
    assert.deepEqual([sent(), remark()], [1, '😀'.repeat(7)]);
  });

  it('removes it by the empty one', async () => {
    await look();
    person.types('Edit Remark of', '').chooses(/New: none$/, 'Remove Remark');
    await extension.run(commands.editRemark, node());
    assert.deepEqual([sent(), remark()], [1, '']);
  });

  it('changes nothing where the question is closed, or the remark is the same', async () => {
    await look();
    person.types('Edit Remark of', '李四').closes('Change the remark');
    await extension.run(commands.editRemark, node());
    person.types('Edit Remark of', '张三');
    await extension.run(commands.editRemark, node());
    assert.match(
      window.messages.at(-1) ?? '',
      /^Nothing is changed: this is the remark that was known .+ refresh the profile first\.$/,
    );
    assert.equal(sent(), 0);
  });

  it('asks for an openid, and says that the old remark is not known', async () => {
    person.types('Paste an openid', openid).types('What the remark is now is not known', '🎉 王五');
    person.chooses(/Old: not known here\nNew: "🎉 王五"$/, 'Change Remark');
    await extension.run(commands.editRemark);
    assert.equal(remark(), '🎉 王五');
  });

  it('explains WeChat’s refusal, and notes nothing', async () => {
    await look();
    extension.account.setFollowing(openid, false);
    person.types('Edit Remark of', '李四').chooses('Change the remark', 'Change Remark');
    await extension.run(commands.editRemark, node());
    await until(() => /^40003 · /.test(window.messages.at(-1) ?? ''));
    await assert.rejects(extension.changes(), /ENOENT/);
  });

  it('is in the log by count, never by name', async () => {
    await look();
    person.types('Edit Remark of', '李四').chooses('Change the remark', 'Change Remark');
    await extension.run(commands.editRemark, node());
    const lines = window.logLines.filter(line => line.includes('changed '));
    assert.deepEqual(lines, [`changed ${extension.account.appId}: the remark of 1 person`]);
    assert.ok(!window.logLines.join('\n').includes(openid));
  });

  describe('with wechatOpenid.confirmChanges off', () => {
    beforeEach(() => window.set('wechatOpenid.confirmChanges', false));

    it('does not ask', async () => {
      await look();
      person.types('Edit Remark of', '李四');
      await extension.run(commands.editRemark, node());
      assert.equal(remark(), '李四');
    });

    it('asks all the same where other code has called', async () => {
      await look();
      person.types('Edit Remark of', '李四').closes('Change the remark');
      await extension.run(commands.editRemark, { openid, appId: extension.account.appId });
      assert.equal(sent(), 0);
    });
  });
});
