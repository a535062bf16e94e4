import { readFile, writeFile } from 'node:fs/promises';

import { openidsOf } from '../../src/lists';
import { commands } from '../../src/manifest';
import { fakeWindow } from '../fakeVSCode';
import { type Scene } from './scene';

/** What a user does, as one part of the table. */
export interface Operation {
  readonly name: string;
  /** The API at which faults strike. */
  readonly path: string;
  /** Calls of it that come through before. */
  readonly after?: number;
  readonly followers?: number;
  /** No account is registered. */
  readonly isOfNewcomer?: boolean;
  /** What is there before anything goes wrong. */
  readonly prepare?: (scene: Scene) => Promise<void>;
  readonly run: (scene: Scene) => Promise<void>;
  /** Begins what is asked before, which is no answer to what went wrong. */
  readonly asks?: RegExp;
  /** Whether all of it came to pass. */
  readonly isDone: (scene: Scene) => Promise<boolean> | boolean;
  /** What the user does once nothing is wrong any more; without it, the same again. */
  readonly goOn?: (scene: Scene) => Promise<void>;
}

const paths = {
  token: '/cgi-bin/stable_token',
  userInfo: '/cgi-bin/user/info',
  batchGet: '/cgi-bin/user/info/batchget',
  followers: '/cgi-bin/user/get',
  tags: '/cgi-bin/tags/get',
  tagging: '/cgi-bin/tags/members/batchtagging',
  remark: '/cgi-bin/user/info/updateremark',
  changeOpenid: '/cgi-bin/changeopenid',
};
const tagId = 105;
const crowd = 130;

/** An operation more is an entry more. */
export const operations: readonly Operation[] = [
  {
    name: 'Add Official Account…',
    path: paths.token,
    isOfNewcomer: true,
    async run(scene) {
      const { person, account } = scene;
      person.types('AppID of the Official Account', account.appId);
      person.types('It is never written to settings or logs', account.secret).types('Display name', 'Books');
      person.chooses(/^(?!AppID of|.*never written|.*Display name)/s, 'Save Anyway');
      await scene.run(commands.addAccount);
    },
    isDone: async ({ window }) =>
      (await window.registry().all()).length === 1 && window.secrets.kept.size === 1,
  },
  {
    name: 'Check Official Account',
    path: paths.tags,
    async run(scene) {
      await scene.run(commands.checkAccount, { appId: scene.account.appId });
      await scene.reported();
    },
    isDone: scene => /"summary":\{"state":"(?:pass|warn)"/.test(scene.report()),
    async goOn(scene) {
      const told = fakeWindow.panels.at(-1)?.told.length ?? 0;
      await scene.press('again');
      await scene.remade(told);
    },
  },
  {
    name: 'Look Up OpenID…',
    path: paths.userInfo,
    run: scene => scene.run(commands.lookup, { openid: scene.openids(2)[1], appId: scene.account.appId }),
    async isDone({ window }) {
      const lookups = await window.lookups().recent(window.account.appId);
      return lookups.filter(({ outcome }) => outcome.kind === 'following').length === 2;
    },
  },
  {
    name: 'Fetch Profiles from List…',
    path: paths.batchGet,
    after: 1,
    run: fetchBatch,
    isDone: batchIsDone,
    goOn: finishBatch,
  },
  {
    name: 'Resume Batch',
    path: paths.batchGet,
    async prepare(scene) {
      scene.breakOff(paths.batchGet);
      await fetchBatch(scene);
    },
    run: scene => resume(scene, 'resumeBatch'),
    isDone: batchIsDone,
    goOn: finishBatch,
  },
  {
    name: 'Browse Followers…',
    path: paths.followers,
    after: 1,
    followers: 10_900,
    run: browse,
    async isDone({ window }) {
      const [list] = (await window.lists().lists()).lists;
      if (!list?.isComplete) return false;
      const openids = await openidsOf(await window.lists().source(list.id), list.found);
      return openids.length === window.account.followerCount;
    },
  },
  {
    name: 'Tag People…',
    path: paths.tagging,
    after: 1,
    run: tag,
    asks: /^Tag \d+ people/,
    isDone: scene => toTag(scene).length === 0,
  },
  {
    name: 'Edit Remark…',
    path: paths.remark,
    async run(scene) {
      const [openid = ''] = scene.openids(1);
      scene.person.types('Edit Remark of', '李四').chooses('Change the remark', 'Change Remark');
      await scene.run(commands.editRemark, { openid, appId: scene.account.appId });
    },
    asks: /^Change the remark/,
    isDone: scene => scene.account.personOf(scene.openids(1)[0] ?? '')?.remark === '李四',
  },
  {
    name: 'Translate Migrated OpenIDs…',
    path: paths.changeOpenid,
    after: 1,
    async run(scene) {
      scene.person.types(/The AppID \(wx…\) or|Openids: /, scene.other.originalId);
      await scene.run(commands.translateMigratedOpenids, {
        openids: scene.other.openids({ state: 'following' }, crowd),
      });
    },
    isDone: () => fakeWindow.messages.some(text => text.includes(`Translated: ${crowd}`)),
    async goOn(scene) {
      if (scene.report().includes('"resume"')) await scene.press('resume');
      else await this.run(scene);
    },
  },
  {
    name: 'Refresh UnionIDs…',
    path: paths.batchGet,
    after: 1,
    async prepare(scene) {
      await fetchBatch(scene);
      scene.account.bindTo(5);
    },
    run: scene => refreshUnionids(scene, 'Ask for All Again'),
    async isDone({ window, account }) {
      const batch = await window.store().open((await window.batch()).id);
      return (
        batch !== undefined &&
        batch.openids.every((openid, row) => {
          const outcome = batch.outcomeAt(row);
          return (
            outcome?.kind === 'following' &&
            outcome.profile.unionid === account.personOf(openid)?.unionid &&
            !batch.isToAskAgain(row)
          );
        })
      );
    },
    goOn: scene => refreshUnionids(scene, 'Go On'),
  },
  {
    name: 'Export Batch…',
    path: paths.batchGet,
    prepare: fetchBatch,
    async run(scene) {
      const batchId = (await scene.window.batch()).id;
      scene.person.chooses('Export in which format?', 'CSV').names('Save', scene.file('out.csv'));
      await scene.run(commands.exportBatch, { batchId });
    },
    isDone: async scene => holdsAll(await textOf(scene, 'out.csv'), scene.openids(crowd)),
  },
  {
    name: 'Add Profiles to File…',
    path: paths.batchGet,
    after: 1,
    async prepare(scene) {
      const text = `name,openid\n${scene
        .openids(crowd)
        .map((openid, n) => `人 ${n},${openid}\n`)
        .join('')}`;
      await writeFile(scene.file('fans.csv').fsPath, text);
    },
    async run(scene) {
      const target = scene.file('copy.csv');
      scene.person.chooses('Which columns to add?', ['Outcome']).names('Save', target);
      await scene.run(commands.addProfilesToFile, scene.file('fans.csv'));
    },
    async isDone(scene) {
      const text = await textOf(scene, 'copy.csv');
      return scene.openids(crowd).every((openid, n) => text.includes(`人 ${n},${openid},following\n`));
    },
  },
];

function fetchBatch(scene: Scene): Promise<void> {
  return scene.run(commands.batchFetch, { openids: scene.openids(crowd), appId: scene.account.appId });
}

async function batchIsDone({ window }: Scene): Promise<boolean> {
  const [batch] = await window.store().list();
  return batch?.state === 'done' && batch.counts.following === crowd;
}

async function resume(scene: Scene, command: 'resumeBatch' | 'retryFailed'): Promise<void> {
  await scene.run(commands[command], { batchId: (await scene.window.batch()).id });
}

/** Resume, then Retry Failed, as the notifications offer. */
async function finishBatch(scene: Scene): Promise<void> {
  if ((await scene.window.store().list()).length === 0) return fetchBatch(scene);
  for (const command of ['resumeBatch', 'retryFailed'] as const)
    if (!(await batchIsDone(scene))) await resume(scene, command);
}

async function refreshUnionids(scene: Scene, step: 'Ask for All Again' | 'Go On'): Promise<void> {
  scene.person.chooses('Refresh the unionids of', step).closes(/^The refresh has not come to its end/);
  await scene.run(commands.refreshUnionids, { batchId: (await scene.window.batch()).id });
}

async function browse(scene: Scene): Promise<void> {
  const [begun] = (await scene.window.lists().lists()).lists;
  scene.person.chooses('Browse the followers of', begun ? 'Resume' : 'Browse');
  await scene.run(commands.browseFollowers, { appId: scene.account.appId });
}

function toTag(scene: Scene): string[] {
  const carries = (openid: string) => scene.account.personOf(openid)?.tagIds.includes(tagId) ?? false;
  return scene.openids(crowd).filter(openid => !carries(openid));
}

async function tag(scene: Scene): Promise<void> {
  const name = scene.account.tags.all.find(({ id }) => id === tagId)?.name ?? '';
  scene.person.chooses(/with which tag\?|^Tag \d+ people of/, `$(tag) ${name}`);
  scene.person.chooses(/API calls: /, 'Tag People');
  await scene.run(commands.tagPeople, { appId: scene.account.appId, openids: scene.openids(crowd) });
}

function textOf(scene: Scene, name: string): Promise<string> {
  return readFile(scene.file(name).fsPath, 'utf8').catch(() => '');
}

function holdsAll(text: string, openids: readonly string[]): boolean {
  return openids.every(openid => text.includes(openid));
}
