import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { Uri } from 'vscode';

import { commands, settingsSection } from '../../../../src/manifest';
import { type FromComparison, toComparison } from '../../../../src/protocol/messages/comparisonMessages';
import { type ComparedPart } from '../../../../src/protocol/views/comparisonView';
import { byHand } from '../../../../src/ui/asking/byHand';
import { paths, until, useExtension } from '../../useExtension';

const cost = /Refresh the unionids of \d+ people with/;
const all = 'Ask for All Again';

describe('Refresh UnionIDs…', () => {
  const { window, extension, person } = useExtension({ registered: 2 });

  /** Of those who follow, and of those who left. */
  let openids: string[];
  let before: Map<string, string>;
  const unionidOf = (openid: string) => extension.account.personOf(openid)?.unionid ?? '';
  const at = (name: string) => path.join(extension.folder, name);

  beforeEach(async () => {
    openids = [
      ...extension.account.openids({ state: 'following' }, 240),
      ...extension.account.openids({ state: 'notFollowing' }, 10),
      ...extension.account.openids({ state: 'malformed' }, 2),
    ];
    before = new Map(openids.map(openid => [openid, unionidOf(openid)]));
    await extension.run(commands.batchFetch, byHand({ openids, appId: extension.account.appId }));
    extension.weChat.forgetRequests();
  });

  const run = async (argument?: object) =>
    extension.run(commands.refreshUnionids, ...(argument ? [byHand(argument)] : []));

  /** The page that is shown last, as the webview sees it. */
  async function page() {
    const isComparison = ({ title }: { readonly title: string }) => title.startsWith('UnionIDs of');
    await until(() => window.panels.some(isComparison));
    const panel = window.panels.filter(isComparison).at(-1) ?? assert.fail('no panel');
    panel.says({ type: 'ready' });
    const messages = () =>
      panel.told.flatMap(sent => {
        const { message } = v.parse(v.looseObject({ message: v.optional(v.unknown()) }), sent);
        const read = v.safeParse(toComparison, message);
        return read.success ? [read.output] : [];
      });
    const views = () => messages().flatMap(each => (each.type === 'comparison' ? [each.comparison] : []));
    await until(() => views().length > 0);
    const { parts, notes } = views().at(-1) ?? assert.fail('nothing is shown');
    const post = (message: FromComparison) => panel.says({ generation: 1, message });
    return {
      counts: Object.fromEntries(parts.map(({ label, count }) => [label, count])),
      notes: notes.join('\n'),
      post,
      rows: async (part: ComparedPart) => {
        const rows: (readonly (string | undefined)[])[] = [];
        const count = parts.find(each => each.part === part)?.count ?? 0;
        for (let at = 0; at * 100 < count; at++) {
          post({ type: 'ask', part, page: at });
          const answer = () =>
            messages().find(each => each.type === 'rows' && each.part === part && each.page === at);
          await until(() => answer() !== undefined);
          const answered = answer();
          if (answered?.type !== 'rows') continue;
          for (const { openid, changes } of answered.rows)
            rows.push([openid, changes[0]?.before, changes[0]?.after]);
        }
        return rows;
      },
    };
  }

  /** Every pair of an openid's old and new unionid that differ, as they truly are. */
  const truth = () =>
    extension.account
      .openids({ state: 'following' }, 240)
      .concat(leftWithUnionid())
      .map(openid => [openid, before.get(openid), unionidOf(openid)]);
  /** Some answers about people who left still have one. */
  const leftWithUnionid = () =>
    extension.account
      .openids({ state: 'notFollowing' }, 10)
      .filter(openid => (extension.account.personOf(openid)?.index ?? 1) % 5 === 0);

  it('lists every unionid that changed with the Open Platform account, and writes exact UPDATEs', async () => {
    extension.account.bindTo(7);
    const { id: batchId } = await extension.batch();
    person.chooses(cost, all);
    await run({ batchId });
    const { counts, notes, rows, post } = await page();
    assert.deepEqual(counts, { Changed: truth().length, Without: 10 - leftWithUnionid().length });
    assert.match(notes, /^Nearly all have changed, as they do when the account is bound to another/);
    assert.deepEqual((await rows('changed')).sort(), truth().sort());
    assert.equal(extension.weChat.calls(paths.batchGet), 3);

    person.chooses('Export in which format?', 'SQL UPDATE for MySQL');
    person.chooses('How are the rows found', 'By openid');
    person.types('Name of the table', 'users').types('Name of the column: UnionID', 'unionid');
    person.types('Name of the column: OpenID', 'oa_openid');
    person.chooses(`Export ${truth().length} persons' data?`, 'Export');
    person.names('Save', Uri.file(at('changes.sql')));
    post({ type: 'export', part: 'changed' });
    await until(() => window.messages.some(text => text.startsWith('Exported to ')));
    const lines = (await readFile(at('changes.sql'), 'utf8')).trim().split('\n');
    assert.deepEqual(
      lines.sort(),
      [
        'SET NAMES utf8mb4;',
        'START TRANSACTION;',
        'COMMIT;',
        ...truth().map(
          ([openid, , now]) =>
            `UPDATE \`users\` SET \`unionid\` = '${now ?? ''}' WHERE \`oa_openid\` = '${openid ?? ''}';`,
        ),
      ].sort(),
    );
  });

  it('goes on where the quota was used up, in another window, and tells of all that has changed', async () => {
    extension.account.bindTo(7);
    const { id: batchId } = await extension.batch();
    extension.account.become('healthy');
    extension.account.quota.set(paths.batchGet, { daily: 1 });
    person.chooses(cost, all).closes(/The refresh has not come to its end/);
    await run({ batchId });
    const stopped = await extension.batch();
    assert.ok(stopped.toAskAgain.following > 0 && stopped.toAskAgain.following < 240);
    extension.account.quota.set(paths.batchGet, { daily: 500 });
    extension.reload();
    person.chooses('Whose unionids are to be asked for again?', stopped.source);
    person.chooses(cost, 'Go On');
    await run();
    const { counts, rows } = await page();
    assert.equal(counts['Changed'], truth().length);
    assert.deepEqual((await rows('changed')).sort(), truth().sort());
  });

  it('says that nothing has changed, whom it has lost, and who is new', async () => {
    const left = openids[0] ?? '';
    const came = openids[245] ?? '';
    extension.account.setFollowing(left, false);
    extension.account.setFollowing(came, true);
    person.chooses(cost, all);
    await run({ batchId: (await extension.batch()).id });
    const { notes, rows } = await page();
    assert.match(notes, /^No unionid has changed\.$/);
    const isKept = (openid: string) => (extension.account.personOf(openid)?.index ?? 1) % 5 === 0;
    assert.deepEqual(await rows('left'), isKept(left) ? [] : [[left, before.get(left), 'none']]);
    assert.deepEqual(await rows('came'), isKept(came) ? [] : [[came, 'none', unionidOf(came)]]);
  });

  it('asks for everybody who is known of an account, in a batch of its own', async () => {
    extension.account.bindTo(7);
    person.chooses(cost, all);
    await run({ appId: extension.account.appId });
    const { counts } = await page();
    assert.equal(counts['Changed'], truth().length);
    const batches = await extension.store().list();
    assert.deepEqual(batches.map(({ counts: each }) => each.invalid).sort(), [0, 2]);
  });

  it('keeps what was known in memory, too', async () => {
    window.set(`${settingsSection}.history.retentionDays`, 0);
    await extension.store().removeAll((await extension.store().list()).map(({ id }) => id));
    extension.reload();
    const batch = (await extension.run(
      commands.batchFetch,
      byHand({ openids, appId: extension.account.appId }),
    )) as { id: string };
    extension.account.bindTo(7);
    person.chooses(cost, all);
    await run({ batchId: batch.id });
    const { counts } = await page();
    assert.equal(counts['Changed'], truth().length);
  });

  it('asks nothing where the question is closed', async () => {
    person.closes(cost);
    await run({ batchId: (await extension.batch()).id });
    assert.equal(extension.weChat.calls(paths.batchGet), 0);
    assert.equal((await extension.batch()).toAskAgain.following, 0);
  });
});
