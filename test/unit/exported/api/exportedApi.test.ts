import assert from 'node:assert/strict';

import { type LensApi } from '../../../../src/exported/api/lensApi';
import { commands } from '../../../../src/manifest';
import { paths, useExtension } from '../../useExtension';

const setting = 'wechatOpenid.exportedApi.enabled';

describe('the exported API', () => {
  const { window, extension } = useExtension({ registered: 2 });
  const api = (): LensApi => extension.exports.getApi(1);
  const refused = (call: Promise<unknown>, code: string) =>
    assert.rejects(call, (error: unknown) => {
      assert.ok(error instanceof Error && 'code' in error);
      assert.equal(error.code, code);
      return error.message.startsWith(`${code}: `);
    });

  afterEach('nothing was opened, and nothing of it can be changed', () => {
    assert.deepEqual([window.shown, window.panels, window.copied], [[], [], '']);
    assert.ok(Object.isFrozen(extension.exports) && Object.isFrozen(api()));
  });

  it('has a version, and says which it has', () => {
    assert.deepEqual(extension.exports.versions, [1]);
    assert.equal(api().version, 1);
    assert.throws(() => extension.exports.getApi(2 as 1), { code: 'unsupportedVersion' });
  });

  it('gives nothing to anybody until the user says so, and asks WeChat nothing', async () => {
    for (const value of [undefined, false, 'true', 1]) {
      window.set(setting, value);
      const [openid = ''] = extension.account.openids({}, 1);
      const calls = api();
      await refused(calls.lookup({ openid, appId: extension.account.appId }), 'apiDisabled');
      await refused(calls.batch({ openids: [openid] }), 'apiDisabled');
      await refused(calls.decode({ text: '{"errcode":40003}' }), 'apiDisabled');
      await refused(calls.explain({ code: 40003 }), 'apiDisabled');
    }
    assert.deepEqual(extension.weChat.requests, []);
    window.set(setting, true);
    assert.equal((await api().explain({ code: 40003 })).code, 40003);
  });

  it('looks one openid up', async () => {
    const { appId } = extension.account;
    const [openid = ''] = extension.account.openids({ state: 'following' }, 1);
    extension.account.change(openid, { subscribe_scene: 'ADD_SCENE_QR_CODE', unionid: 'oU' });
    const answer = await api().lookup({ openid: ` "${openid}", `, appId });
    assert.equal(answer.outcome, 'following');
    assert.equal(answer.openid, openid);
    assert.equal(answer.appId, appId);
    assert.ok((answer.fetchedAt ?? 0) > 1e12);
    assert.deepEqual(answer.profile?.scene, { code: 'ADD_SCENE_QR_CODE', label: 'QR code scan' });
    assert.equal(answer.profile.unionid, 'oU');
    assert.equal(answer.error, undefined);
  });

  it('tells the errors of one that is invalid', async () => {
    const answer = await api().lookup({ openid: 'o'.repeat(28), appId: extension.account.appId });
    assert.equal(answer.outcome, 'invalid');
    assert.equal(answer.error?.code, 40003);
    assert.equal(answer.profile, undefined);
  });

  it('runs a list, one answer for each openid, in order, whatever becomes of it', async () => {
    const { appId } = extension.account;
    const openids = [...extension.account.openids({ state: 'following' }, 4), 'odd'];
    const { batches } = await api().batch({ openids: [...openids, openids[0] ?? ''], appId });
    const [batch, ...others] = batches;
    assert.ok(batch && others.length === 0);
    assert.equal(batch.state, 'done');
    assert.deepEqual([batch.counts.following, batch.counts.invalid], [4, 1]);
    assert.deepEqual(
      [...batch.answers()].map(({ openid }) => openid),
      openids,
    );
    assert.equal((await extension.batch()).id, batch.id);
  });

  it('runs one batch for each account of a list', async () => {
    for (const account of [extension.account, extension.other]) {
      const [openid = ''] = account.openids({ state: 'following' }, 1);
      await api().lookup({ openid, appId: account.appId });
    }
    const openids = [extension.account, extension.other].flatMap(each => each.openids({}, 3));
    const { batches } = await api().batch({ text: JSON.stringify(openids) });
    assert.deepEqual(
      batches.map(({ appId }) => appId).sort(),
      [extension.account.appId, extension.other.appId].sort(),
    );
    assert.equal(batches.flatMap(batch => [...batch.answers()]).length, 6);
  });

  it('tells why a batch stopped, and everybody is in it nevertheless', async () => {
    extension.account.become('unverified');
    const openids = extension.account.openids({}, 3);
    const { batches } = await api().batch({ openids, appId: extension.account.appId });
    assert.equal(batches[0]?.state, 'stopped');
    assert.equal(batches[0].stoppedBy?.code, 48001);
    assert.equal([...batches[0].answers()].length, 3);
  });

  it('does not spend what the user wants to be asked for', async () => {
    window.set('wechatOpenid.confirmAbove', 2);
    const openids = extension.account.openids({}, 3);
    await refused(api().batch({ openids, appId: extension.account.appId }), 'confirmationNeeded');
    assert.equal(extension.weChat.calls(paths.batchGet), 0);
  });

  it('reads saved answers and explains errors, without account or network', async () => {
    const text = '{"subscribe":1,"openid":"oA","remark":"r"} {"errcode":48001,"errmsg":"api unauthorized"}';
    const decoded = await api().decode({ text });
    assert.deepEqual(
      decoded.profiles.map(({ openid, state, remark }) => ({ openid, state, remark })),
      [{ openid: 'oA', state: 'following', remark: 'r' }],
    );
    assert.deepEqual(
      decoded.errors.map(({ code }) => code),
      [48001],
    );
    assert.equal((await api().explain({ code: '{"errcode":40164}' })).kind, 'network');
    assert.deepEqual(extension.weChat.requests, []);
  });

  it('refuses what is no request, with a code', async () => {
    const wrong: readonly unknown[] = [
      undefined, null, 7, 'o', [], {}, () => 1, { openid: 7 }, { openid: '' }, { openid: 'x'.repeat(600) },
      { get openid() { throw new Error('no'); } }, new Proxy({}, { get: () => { throw new Error('no'); } }),
    ]; // prettier-ignore
    for (const request of wrong) {
      for (const call of ['lookup', 'batch', 'decode', 'explain'] as const)
        await assert.rejects(api()[call](request as never), /^LensError: (invalid|missing)\w+: /, call);
    }
    await refused(api().lookup({ openid: 'o', appId: 'wxGone' }), 'unknownAccount');
    await refused(api().explain({ code: 'nothing' }), 'invalidCode');
  });

  it('holds no secret and no token in anything that it gives', async () => {
    const { appId, secret } = extension.account;
    const openids = extension.account.openids({}, 3);
    const given = [
      await api().lookup({ openid: openids[0] ?? '', appId }),
      (await api().batch({ openids, appId })).batches.map(batch => ({ ...batch, all: [...batch.answers()] })),
      await api().lookup({ openid: 'o', appId }),
    ];
    const text = JSON.stringify(given);
    const secrets = extension.weChat.secrets();
    assert.ok(secrets.length > 1 && secrets.includes(secret));
    for (const each of secrets) assert.ok(!text.includes(each));
  });
});

describe('commands that another extension calls', () => {
  const { window, extension, person } = useExtension();

  it('do what they do for the user and give nothing, where the user lets none have results', async () => {
    window.set(setting, false);
    const [openid = ''] = extension.account.openids({}, 1);
    assert.equal(await extension.run(commands.lookup, { openid, show: false }), undefined);
    assert.equal(window.panels.length, 1, 'its page opens');
    assert.equal(await extension.run(commands.batchFetch, { openids: [openid], show: false }), undefined);
    assert.equal(window.panels.length, 2);
    assert.equal(await extension.run(commands.explainError, { code: 40003, show: false }), undefined);
    assert.match(window.messages.at(-1) ?? '', /^40003 · /);
    const text = '{"subscribe":1,"openid":"oA"}';
    assert.equal(await extension.run(commands.decodeResponse, { text, show: false }), undefined);
    assert.equal(window.panels.length, 3);
  });

  it('ask the user where a value is missing, whatever the caller wants', async () => {
    window.set(setting, false);
    person.closes('Paste an openid');
    assert.equal(await extension.run(commands.lookup, { show: false }), undefined);
  });

  it('show their failures to the user, and tell the caller of what was wrong with the call alone', async () => {
    window.set(setting, false);
    const [openid = ''] = extension.account.openids({}, 1);
    extension.account.become('unverified');
    assert.equal(await extension.run(commands.lookup, { openid, show: false }), undefined);
    assert.match(window.messages[0] ?? '', /^48001 · /);
    await assert.rejects(extension.run(commands.lookup, { openid: 7, show: false }), /invalidOpenid: /);
    await assert.rejects(extension.run(commands.lookup, { openid, appId: 'wxGone' }), /unknownAccount: /);
  });
});
