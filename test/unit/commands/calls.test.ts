import assert from 'node:assert/strict';
import { Uri } from 'vscode';

import { type CommandId, commands } from '../../../src/manifest';
import { byHand } from '../../../src/ui/asking/byHand';
import { paths, until, useExtension } from '../useExtension';

/** Whatever is handed over in place of a text. */
const noTexts: readonly unknown[] = [
  null, 123, -1, NaN, Infinity, 12n, true, false, Symbol('o'), [], ['o'], [[]], {}, { openid: 'o' }, new Date(0),
  new Map(), new Set(), new Error('o'), /o/, () => 'o', URL, new Uint8Array(3), new WeakMap(), Promise.resolve('o'),
  Object.create(null), new String('o'), new Proxy({}, {}), 'x'.repeat(600), '\u0000'.repeat(513), Buffer.from('o'),
]; // prettier-ignore

/** The keys that a command takes a text in, and the code that a wrong one is told by. */
const texts: readonly (readonly [CommandId, string, string])[] = [
  [commands.lookup, 'openid', 'invalidOpenid'],
  [commands.lookup, 'appId', 'invalidAppId'],
  [commands.batchFetch, 'openids', 'invalidOpenids'],
  [commands.batchFetch, 'appId', 'invalidAppId'],
  [commands.setActiveAccount, 'appId', 'invalidAppId'],
  [commands.editAccount, 'appId', 'invalidAppId'],
  [commands.removeAccount, 'appId', 'invalidAppId'],
  [commands.checkAccount, 'appId', 'invalidAppId'],
  [commands.clearHistory, 'appId', 'invalidAppId'],
  [commands.clearApiQuota, 'appId', 'invalidAppId'],
  [commands.forceNewAccessToken, 'appId', 'invalidAppId'],
  [commands.lookUpRequestByRid, 'rid', 'invalidRid'],
  [commands.lookUpRequestByRid, 'path', 'invalidPath'],
  [commands.cancelBatch, 'batchId', 'invalidBatchId'],
  [commands.resumeBatch, 'batchId', 'invalidBatchId'],
  [commands.retryFailed, 'batchId', 'invalidBatchId'],
  [commands.recheckNotFollowing, 'batchId', 'invalidBatchId'],
  [commands.removeBatch, 'batchId', 'invalidBatchId'],
  [commands.exportBatch, 'batchId', 'invalidBatchId'],
  [commands.checkBatch, 'batchId', 'invalidBatchId'],
  [commands.openBatch, 'batchId', 'invalidBatchId'],
  [commands.openProfile, 'lookupId', 'invalidLookupId'],
  [commands.browseFollowers, 'appId', 'invalidAppId'],
  [commands.browseBlacklist, 'appId', 'invalidAppId'],
  [commands.resumeList, 'listId', 'invalidListId'],
  [commands.fetchProfilesOfList, 'listId', 'invalidListId'],
  [commands.compareLists, 'listId', 'invalidListId'],
  [commands.exportList, 'listId', 'invalidListId'],
  [commands.removeList, 'listId', 'invalidListId'],
  [commands.editRemark, 'openid', 'invalidOpenid'],
  [commands.tagPeople, 'openids', 'invalidOpenids'],
  [commands.untagPeople, 'batchId', 'invalidBatchId'],
  [commands.createTag, 'appId', 'invalidAppId'],
  [commands.renameTag, 'appId', 'invalidAppId'],
  [commands.showTaggingResults, 'appId', 'invalidAppId'],
  [commands.translateMigratedOpenids, 'batchId', 'invalidBatchId'],
  [commands.keepFollowerListForMigration, 'appId', 'invalidAppId'],
  [commands.findPerson, 'unionid', 'invalidUnionid'],
  [commands.findPerson, 'businessKey', 'invalidBusinessKey'],
  [commands.refreshUnionids, 'batchId', 'invalidBatchId'],
  [commands.refreshUnionids, 'listId', 'invalidListId'],
  [commands.exportMapping, 'platform', 'invalidPlatform'],
  [commands.exportMapping, 'accounts', 'invalidAccounts'],
  [commands.exportMapping, 'unionids', 'invalidUnionids'],
  [commands.copyOpenid, 'openid', 'invalidOpenid'],
  [commands.copyUnionid, 'lookupId', 'invalidLookupId'],
  [commands.copyProfile, 'lookupId', 'invalidLookupId'],
];

/** Objects that are wrong as a whole. */
const strange: readonly (readonly [string, () => unknown])[] = [
  ['a getter that throws', () => ({ show: false, get appId() { throw new Error('no'); } })],
  ['a proxy that throws', () => new Proxy({}, { has: () => { throw new Error('no'); } })],
  ['a show that throws', () => ({ get show() { throw new Error('no'); } })],
  ['a list', () => Object.assign([], { show: false })],
  ['a function', () => Object.assign(() => undefined, { show: false })],
  ['an instance of a class', () => new (class { show = false; batchId = 7; })()],
  ['an object without a prototype', () => Object.assign(Object.create(null) as object, { show: false, code: {} })],
]; // prettier-ignore

describe('a call of other code', () => {
  const { window, extension, person } = useExtension({ registered: 2 });

  /** What the call is rejected with; nothing may have been opened, written or asked. */
  async function rejection(command: CommandId, argument: unknown): Promise<string> {
    let message = 'was not rejected';
    await extension.run(command, argument).catch((error: unknown) => {
      assert.ok(
        error instanceof Error && 'code' in error && error.message.startsWith(`${String(error.code)}: `),
      );
      message = error.message;
    });
    assert.deepEqual([window.shown, window.progress, window.panels], [[], [], []], `${command}: ${message}`);
    assert.deepEqual([window.copied, window.openedTexts, extension.weChat.requests], ['', [], []]);
    return message;
  }

  for (const [command, key, code] of texts) {
    it(`of ${command} with a wrong ${key} opens nothing, and is rejected with ${code}`, async () => {
      const wrong = ['openids', 'accounts', 'unionids'].includes(key)
        ? noTexts.filter(value => !isListOfTexts(value))
        : noTexts;
      assert.ok(wrong.length >= 28);
      for (const value of wrong) {
        for (const call of [{ [key]: value, show: false }, { [key]: value }])
          assert.match(await rejection(command, call), new RegExp(`^${code}: "${key}" `));
      }
    });
  }

  it('with a wrong text, code or show is rejected, too', async () => {
    const wrong = noTexts.filter(value => typeof value !== 'string' && typeof value !== 'number');
    for (const value of wrong) {
      assert.match(await rejection(commands.decodeResponse, { text: value, show: false }), /^invalidText: /);
      assert.match(await rejection(commands.explainError, { code: value, show: false }), /^invalidCode: /);
      if (typeof value === 'boolean') continue;
      assert.match(
        await rejection(commands.lookup, { show: value }),
        /^invalidShow: "show" takes true or false/,
      );
    }
    assert.match(await rejection(commands.explainError, { code: NaN, show: false }), /^invalidCode: /);
    assert.match(await rejection(commands.explainError, { code: 'none', show: false }), /^invalidCode: /);
  });

  it('with a wrong tagId is rejected, too', async () => {
    for (const tagId of [1.5, NaN, '100', null, {}])
      assert.match(await rejection(commands.browseFollowers, { tagId }), /^invalidTagId: "tagId" /);
  });

  for (const [what, make] of strange) {
    it(`with ${what} opens nothing, whichever command it is of`, async () => {
      for (const command of Object.values(commands)) {
        // It takes nothing and opens nothing.
        if (command === commands.refresh) continue;
        assert.match(
          await rejection(command, make()),
          /^(invalid|missing|ambiguous|unknown|interactiveOnly)\w*: /,
        );
      }
    });
  }

  it('without a value that the user would be asked for is rejected', async () => {
    const codes = {
      [commands.lookup]: 'missingOpenid',
      [commands.batchFetch]: 'missingList',
      [commands.setActiveAccount]: 'ambiguousAccount',
      [commands.decodeResponse]: 'missingText',
      [commands.explainError]: 'missingCode',
      [commands.resumeBatch]: 'missingBatchId',
      [commands.retryFailed]: 'missingBatchId',
      [commands.recheckNotFollowing]: 'missingBatchId',
      [commands.cancelBatch]: 'missingBatchId',
      [commands.copyOpenid]: 'missingOpenid',
      [commands.copyProfile]: 'unknownProfile',
      [commands.copyUnionid]: 'unknownProfile',
    } as const;
    const quiet: readonly CommandId[] = Object.keys(codes) as (keyof typeof codes)[];
    for (const command of Object.values(commands)) {
      if (command === commands.refresh) continue;
      const code = quiet.includes(command) ? codes[command as keyof typeof codes] : 'interactiveOnly';
      assert.match(await rejection(command, { show: false }), new RegExp(`^${code}: `), command);
    }
  });

  it('that names what is not there is rejected', async () => {
    const [openid] = extension.account.openids({}, 1);
    const gone = { appId: 'wxGone', show: false };
    assert.match(await rejection(commands.lookup, { openid, ...gone }), /^unknownAccount: .*wxGone/);
    assert.match(await rejection(commands.lookup, { openid, appId: 'wxGone' }), /^unknownAccount: /);
    assert.match(await rejection(commands.batchFetch, { openids: [openid], ...gone }), /^unknownAccount: /);
    assert.match(await rejection(commands.setActiveAccount, gone), /^unknownAccount: /);
    for (const command of [commands.resumeBatch, commands.retryFailed, commands.cancelBatch])
      assert.match(await rejection(command, { batchId: 'gone', show: false }), /^unknownBatch: /);
    assert.match(await rejection(commands.batchFetch, { openids: [], show: false }), /^noOpenid: /);
  });

  it('whose account is not known is rejected', async () => {
    const openids = extension.account.openids({}, 2);
    const { lookup, batchFetch } = commands;
    assert.match(await rejection(lookup, { openid: openids[0], show: false }), /^ambiguousAccount: /);
    assert.match(await rejection(batchFetch, { openids, show: false }), /^ambiguousAccount: /);
  });

  it('whose AppSecret would have to be entered is rejected', async () => {
    extension.secrets.kept.clear();
    const { appId } = extension.account;
    const [openid] = extension.account.openids({}, 1);
    assert.match(await rejection(commands.lookup, { openid, appId, show: false }), /^secretNeeded: /);
    const list = { openids: [openid], appId, show: false };
    assert.match(await rejection(commands.batchFetch, list), /^secretNeeded: /);
  });

  it('that WeChat refuses is rejected where nothing may be shown, and shown where it may', async () => {
    const { appId } = extension.account;
    const [openid] = extension.account.openids({}, 1);
    extension.account.become('unverified');
    await assert.rejects(
      extension.run(commands.lookup, { openid, appId, show: false }),
      /wechatError: 48001 · /,
    );
    assert.deepEqual(window.shown, []);
    await extension.run(commands.lookup, { openid, appId });
    assert.match(window.messages[0] ?? '', /^48001 · /);
  });

  it('that is right gives its result, and shows nothing', async () => {
    const { appId } = extension.account;
    const openids = extension.account.openids({}, 2);
    const quiet = { appId, show: false };
    await extension.run(commands.lookup, { openid: openids[0], ...quiet });
    const summary = await extension.run(commands.batchFetch, {
      openids: [...openids, openids[0], 'odd'],
      ...quiet,
    });
    const batchId = (summary as { id: string }).id;
    await assert.rejects(extension.run(commands.resumeBatch, { batchId, show: false }), /nothingToDo: /);
    await extension.run(commands.setActiveAccount, quiet);
    const text = '{"errcode":40003,"errmsg":"invalid openid"}';
    const decoded = await extension.run(commands.decodeResponse, { text, show: false });
    assert.equal((decoded as { errors: readonly unknown[] }).errors.length, 1);
    const explained = await extension.run(commands.explainError, { code: 40003, show: false });
    assert.equal((explained as { code: number }).code, 40003);
    assert.deepEqual([window.shown, window.panels], [[], []]);
  });

  describe('is none where it is', () => {
    it('a node, which fails into the funnel', async () => {
      const node = { appId: 'wxGone', toTreeItem: () => undefined };
      assert.equal(await extension.run(commands.checkAccount, node), undefined);
      assert.match(window.messages[0] ?? '', /wxGone is no longer registered/);
    });

    it('a button of ours, which does, too', async () => {
      await extension.run(commands.lookup, byHand({ openid: 'o', appId: 'wxGone' }));
      assert.match(window.messages[0] ?? '', /wxGone is no longer registered/);
    });

    it('a Uri, whose path is nobody’s argument', async () => {
      person.closes('Paste an openid');
      // A Uri has a path, and one of any length.
      const long = Uri.file(`/nowhere/${'folder/'.repeat(100)}list.json`);
      await extension.run(commands.lookup, long);
      assert.deepEqual(
        window.shown.map(({ kind }) => kind),
        ['input'],
      );
      await extension.run(commands.batchFetch, long);
      await until(() => window.messages.length > 0);
    });

    it('an object of VS Code’s own, which asks', async () => {
      for (const argument of [undefined, null, 7, 'text', [], { groupId: 1, editorIndex: 0 }]) {
        person.closes('Paste an openid');
        assert.equal(await extension.run(commands.lookup, argument), undefined);
      }
      assert.deepEqual(window.messages, []);
    });

    it('calls of WeChat by hand, which ask for the account', async () => {
      const [openid = ''] = extension.account.openids({}, 1);
      person.types('Paste an openid', openid).chooses('Which account does', '$(search) Ask every account');
      await extension.run(commands.lookup);
      assert.equal(window.panels.length, 1);
      assert.ok(extension.weChat.calls(paths.userInfo) <= 2);
    });
  });
});

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}
