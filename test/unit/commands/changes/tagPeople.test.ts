import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';
import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const tagging = '/cgi-bin/tags/members/batchtagging';
const untagging = '/cgi-bin/tags/members/batchuntagging';
const tagId = 105;

describe('Tag People…', () => {
  const { window, extension, person } = useExtension();
  let tagName: string;
  let label: string;

  beforeEach(() => {
    tagName = extension.account.tags.all.find(({ id }) => id === tagId)?.name ?? assert.fail('no such tag');
    label = `$(tag) ${tagName}`;
  });

  const carries = (openid: string, id = tagId) =>
    extension.account.personOf(openid)?.tagIds.includes(id) ?? false;
  const people = (carrying: boolean, count: number) =>
    extension.account
      .openids()
      .filter(openid => carries(openid) === carrying)
      .slice(0, count);
  const rows = (openids: readonly string[]) => byHand({ appId: extension.account.appId, openids });
  const fetch = (openids: readonly string[]) =>
    extension.run(commands.batchFetch, { openids, appId: extension.account.appId, show: false });
  const counted = (pattern: RegExp) => window.messages.filter(message => pattern.test(message)).length;
  const lastReport = () => {
    const told = window.panels.at(-1)?.told.at(-1) as { message?: { report?: unknown } } | undefined;
    return JSON.stringify(told?.message?.report);
  };

  it('of 120 picked rows tags those who do not carry it, tells who was refused, and undoes no more than it did', async () => {
    const had = people(true, 10);
    const others = people(false, 110);
    await fetch([...had, ...others]);
    const left = others.slice(0, 2);
    for (const openid of left) extension.account.setFollowing(openid, false);
    person.chooses('Tag 120 people of', label);
    person.chooses(
      new RegExp(
        `^Tag 110 people of .* with "${tagName}"\\? API calls: 3\\.\\nAlready tagged according to profiles kept here, not sent: 10 \\(.*Can be undone for 110 of them\\.$`,
        's',
      ),
      'Tag People',
    );
    await extension.run(commands.tagPeople, rows([...had, ...others]));
    assert.ok(others.slice(2).every(openid => carries(openid)));
    assert.ok(extension.weChat.requests.filter(({ path: asked }) => asked === tagging).length >= 3);
    await until(() => counted(/Already tagged: 10 · Tagged: 108 · Refused: 2$/) === 1);
    // Where somebody was refused, the page that says who opens by itself.
    await until(() => window.panels.length === 1);
    window.panels[0]?.says({ type: 'ready' });
    await until(() => lastReport()?.includes('40003 · ') ?? false);
    const report = lastReport() ?? '';
    for (const openid of left) assert.ok(report.indexOf(openid) < report.indexOf(others[2] ?? ''), 'first');

    person.chooses(/^Remove the tag .* from 108 people of .*API calls: 3\..*Keep the tag.*: 10\./s, 'Undo');
    window.panels[0]?.says({ generation: 1, message: { type: 'act', action: 'undo' } });
    await until(() => counted(/Tag removed: 108$/) === 1);
    assert.ok(had.every(openid => carries(openid)));
    assert.ok(others.every(openid => !carries(openid)));
  });

  it('asks whether those who do not follow are to be left out', async () => {
    const [leaver = '', ...others] = people(false, 4);
    extension.account.setFollowing(leaver, false);
    await fetch([leaver, ...others]);
    person.chooses('with which tag?', label);
    person.chooses(/Not following according to profiles kept here: 1\./, 'Only the 3 Who Follow');
    await extension.run(commands.tagPeople, rows([leaver, ...others]));
    assert.equal(extension.weChat.calls(tagging), 1);
    await until(() => counted(/Tagged: 3$/) === 1);
  });

  it('sends nobody who carries 20 tags, as far as is known', async () => {
    const [full = '', other = ''] = people(false, 2);
    const index = extension.account.people.indexOf(full) ?? assert.fail();
    for (let at = 0; at < 20; at++) {
      const made = extension.account.tags.create(`tag ${at}`);
      extension.account.tags.give(index, 'id' in made ? made.id : assert.fail());
    }
    for (const id of [...(extension.account.personOf(full)?.tagIds ?? [])].slice(20))
      extension.account.tags.take(index, id);
    await fetch([full, other]);
    person.chooses('with which tag?', label);
    person.chooses(/^Tag 1 person .*20 tags already, as many as WeChat allows: 1\./s, 'Tag People');
    await extension.run(commands.tagPeople, rows([full, other]));
    assert.deepEqual([extension.weChat.calls(tagging), carries(full), carries(other)], [1, false, true]);
    await until(() => counted(/Tagged: 1 · 20 tags already: 1$/) === 1);
  });

  it('asks about one person as about one', async () => {
    const [openid = ''] = people(false, 1);
    person.closes(/^Tag 1 person of Lens Demo 服务号 with which tag\?/);
    await extension.run(commands.tagPeople, rows([openid]));
    assert.equal(extension.weChat.calls(tagging), 0);
  });

  it('sends nothing where everybody carries it already, and says what to do', async () => {
    const had = people(true, 2);
    await fetch(had);
    person.chooses('with which tag?', label);
    await extension.run(commands.tagPeople, rows(had));
    await until(() => counted(/^There is nobody to tag with .*refresh their profiles first\.$/) === 1);
    assert.equal(extension.weChat.calls(tagging), 0);
  });

  it('is cancelled, shows whom it did not try, and is resumed', async () => {
    const openids = people(false, 120);
    const gate = extension.weChat.hold(tagging);
    person.chooses('with which tag?', label).chooses(/Without a profile kept here: 120/, 'Tag People');
    const run = extension.run(commands.tagPeople, rows(openids));
    await gate.arrived(1);
    gate.release(1);
    await gate.arrived(1);
    window.progress.at(-1)?.cancel();
    await run;
    gate.open();
    await until(() => counted(/^Cancelled\. So far: Tagged: 50 · Not tried: 70\.$/) === 1);
    window.panels[0]?.says({ type: 'ready' });
    await until(() => lastReport()?.includes('"resume"') ?? false);
    person.chooses(/^Tag 70 people of .*API calls: 2\./, 'Tag People');
    window.panels[0]?.says({ generation: 1, message: { type: 'act', action: 'resume' } });
    await until(() => counted(/Tagged: 120$/) === 1);
    assert.ok(openids.every(openid => carries(openid)));
  });

  it('knows after a reload who had the tag, by batches that nobody has opened, and says as of when', async () => {
    const [had, others] = [people(true, 3), people(false, 4)];
    await fetch([...had, ...others]);
    extension.reload();
    person.chooses('with which tag?', label);
    person.chooses(
      /^Tag 4 people .*not sent: 3 \(oldest profile: .*Can be undone for 4 of them/s,
      'Tag People',
    );
    await extension.run(commands.tagPeople, rows([...had, ...others]));
    await until(() => counted(/Already tagged: 3 · Tagged: 4$/) === 1);
    assert.equal(extension.weChat.calls(tagging), 1);
  });

  it('shows what became of them in another window, and writes it to a file', async () => {
    const openids = people(false, 3);
    person.chooses('with which tag?', label).chooses(/^Tag 3 people/, 'Tag People');
    await extension.run(commands.tagPeople, rows(openids));
    extension.reload();
    person.chooses('Show the results of which tagging?', `Tag People with ${tagName}`);
    await extension.run(commands.showTaggingResults);
    window.panels.at(-1)?.says({ type: 'ready' });
    await until(() => lastReport()?.includes('"export"') ?? false);
    const file = path.join(extension.folder, 'out.csv');
    person.names('Save', Uri.file(file));
    window.panels.at(-1)?.says({ generation: 1, message: { type: 'act', action: 'export' } });
    await until(() => counted(/^Exported to/) === 1);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
    assert.match(lines[0] ?? '', /^\ufeffopenid,outcome,at,known_at,error_code/);
    assert.deepEqual(
      lines.slice(1).map(line => line.split(',').slice(0, 2)),
      openids.map(openid => [openid, 'done']),
    );
  });

  it('stops at a used-up quota, and says so with what was done', async () => {
    const openids = people(false, 60);
    let calls = 0;
    extension.weChat.faults.add(
      { kind: 'errcode', errcode: 45009 },
      { path: tagging, when: () => ++calls > 1 },
    );
    person.chooses('with which tag?', label).chooses(/^Tag 60 people/, 'Tag People');
    await extension.run(commands.tagPeople, rows(openids));
    await until(() => counted(/Stopped\. So far: Tagged: 50 · Not tried: 10\. 45009 · /) === 1);
  });

  it('gives a tag that is made there', async () => {
    const [openid = ''] = people(false, 1);
    person.chooses('with which tag?', '$(add) Create Tag…').types('Name of the tag', 'VIP 9');
    person.chooses('Create the tag "VIP 9"', 'Create Tag').chooses('Tag 1 person', 'Tag People');
    await extension.run(commands.tagPeople, byHand({ openid, appId: extension.account.appId }));
    const made = extension.account.tags.all.find(({ name }) => name === 'VIP 9');
    assert.ok(made && carries(openid, made.id));
  });

  it('reads the tags again where somebody made one elsewhere', async () => {
    const [openid = ''] = people(false, 1);
    const node = byHand({ openid, appId: extension.account.appId });
    person.closes('with which tag?');
    await extension.run(commands.tagPeople, node);
    extension.account.tags.create('from the console');
    person.chooses('with which tag?', '$(refresh) Read the Tags Again');
    person.chooses('with which tag?', '$(tag) from the console').closes('Tag 1 person');
    await extension.run(commands.tagPeople, node);
    assert.equal(extension.weChat.calls('/cgi-bin/tags/get'), 2);
  });

  it('takes the followers of a batch, the nodes that are selected together, or asks', async () => {
    const openids = people(false, 5);
    extension.account.setFollowing(openids[4] ?? '', false);
    const { id: batchId } = (await fetch(openids)) as { id: string };
    const { appId } = extension.account;
    person.chooses('Tag 4 people of', label).closes(/^Tag 4 people/);
    await extension.run(commands.tagPeople, { batchId, toTreeItem: () => undefined });
    const nodes = openids.slice(0, 3).map(openid => ({ openid, appId, toTreeItem: () => undefined }));
    person.chooses('Tag 3 people of', label).closes(/^Tag 3 people/);
    await extension.run(commands.tagPeople, nodes[0], nodes);
    person
      .chooses('Tag People', '$(clippy) Paste OpenIDs…')
      .types('Paste one or more', openids.slice(0, 2).join(', '));
    person.chooses('Tag 2 people of', label).closes(/^Tag 2 people/);
    await extension.run(commands.tagPeople);
    person.chooses('Tag People', '$(table) List from another extension');
    person.chooses('Tag 4 people of', label).closes(/^Tag 4 people/);
    await extension.run(commands.tagPeople);
    person.chooses('Tag People', '$(clippy) Paste OpenIDs…').types('Paste one or more', openids[0] ?? '');
    // A node of a tag says which.
    person.closes('Tag 1 person');
    await extension.run(commands.tagPeople, { appId, tagId, toTreeItem: () => undefined });
    assert.equal(extension.weChat.calls(tagging), 0);
  });

  it('says that a tag is gone that a node names, after reading them again', async () => {
    const [openid = ''] = people(false, 1);
    await extension.run(commands.tagPeople, byHand({ openid, appId: extension.account.appId, tagId: 999 }));
    await until(() => counted(/has no tag 999 any more/) === 1);
  });

  it('asks WeChat nothing of unionids that are tagged by mistake, whoever names the account', async () => {
    const followers = extension.account.openids({}, 30);
    await extension.run(commands.batchFetch, {
      openids: followers,
      appId: extension.account.appId,
      show: false,
    });
    const unionids = followers
      .flatMap(openid => extension.account.personOf(openid)?.unionid ?? [])
      .slice(0, 5);
    assert.equal(unionids.length, 5);
    extension.weChat.forgetRequests();
    await extension.run(commands.tagPeople, rows(unionids));
    person.chooses('Tag People', '$(clippy) Paste OpenIDs…').types('Paste one or more', unionids.join('\n'));
    await extension.run(commands.tagPeople, {
      appId: extension.account.appId,
      tagId,
      toTreeItem: () => undefined,
    });
    await until(() => counted(/^This looks like a list of unionids/) === 2);
    assert.equal(extension.weChat.calls(tagging), 0);
  });

  describe('Remove Tag from People…', () => {
    it('offers the tags that they carry, and takes one from those who carry it', async () => {
      const had = people(true, 3);
      const other =
        extension.account
          .openids()
          .find(
            openid => !carries(openid) && (extension.account.personOf(openid)?.tagIds.length ?? 0) === 0,
          ) ?? '';
      await fetch([...had, other]);
      person.chooses('Remove which tag from 4 people', label);
      person.chooses(/^Remove the tag .* from 3 people .*Without it .*: 1 \(/s, 'Remove Tag');
      await extension.run(commands.untagPeople, rows([...had, other]));
      assert.ok(had.every(openid => !carries(openid)));
      assert.equal(extension.weChat.calls(untagging), 1);
      await until(() => counted(/Did not have it: 1 · Tag removed: 3$/) === 1);
    });
  });

  it('goes with the history of its account', async () => {
    const openids = people(false, 3);
    person.chooses('with which tag?', label).chooses(/^Tag 3 people/, 'Tag People');
    await extension.run(commands.tagPeople, rows(openids));
    assert.equal((await extension.changes()).trim().split('\n').length, 3);
    person.chooses(/Tagging results: 1, and the notes of what was changed in Lens\.$/, 'Clear');
    await extension.run(commands.clearHistory, {
      appId: extension.account.appId,
      toTreeItem: () => undefined,
    });
    await assert.rejects(extension.changes(), /ENOENT/);
    await extension.run(commands.showTaggingResults);
    await until(() => counted(/^Nobody was tagged in Lens yet/) === 1);
  });
});
