import assert from 'node:assert/strict';

import {
  AccountRegistry,
  Clients,
  EditorSecretStore,
  KeychainStore,
  LookupHistory,
  TagNames,
  Vault,
} from '../../../src/accounts';
import { LearnedPrefixes } from '../../../src/accounts/learnedPrefixes';
import { BatchStore } from '../../../src/batch';
import { ChangeLog, TagRunStore } from '../../../src/changes';
import { type FileLayer, MemoryFiles } from '../../../src/files';
import { ListStore } from '../../../src/lists';
import { StateFiles } from '../../../src/panels/stateFiles';
import { ImportStore } from '../../../src/people';
import { Secrets } from '../../fakeVSCode/context';
import { imported, mini, official } from '../people/scenario';
import { pathsOfWindows, wrongOnWindows } from './windowsNames';

/** Global storage below it, as deep as a profile of VS Code Insiders has it. */
const storage =
  '\\AppData\\Roaming\\Code - Insiders\\User\\profiles\\-3a5f0c1b\\globalStorage\\wechat-openid-lens.wechat-openid-lens';

/** Where Windows ends paths for programs that did not ask for more. */
const longestPath = 259;

/** A disk that knows no other separator than Windows' own. */
class WindowsDisk extends MemoryFiles {
  readonly touched = new Set<string>();

  override open(...[file, flags]: Parameters<FileLayer['open']>): ReturnType<FileLayer['open']> {
    this.touched.add(file);
    return super.open(file, flags);
  }

  override rename(from: string, to: string): Promise<void> {
    this.touched.add(to);
    return super.rename(from, to);
  }
}

describe('paths on Windows', () => {
  let restore: () => void;
  before(async () => {
    await keepEverything(new WindowsDisk(), room => `/first/${room}`);
    restore = pathsOfWindows();
  });
  after(() => restore());

  for (const [who, home] of [
    ['a Chinese name', 'C:\\Users\\张三'],
    ['blanks and accents', 'D:\\Users\\José María Åström Ünal'],
    ['a profile on a server', '\\\\server-01\\profiles$\\zhang.san'],
    ['the longest name that Windows takes', `C:\\Users\\${'n'.repeat(20)}`],
  ] as const)
    it(`lead into the storage of a user with ${who}, by backslashes alone, and are short enough`, async () => {
      const disk = new WindowsDisk();
      const folder = `${home}${storage}`;
      await keepEverything(disk, room => `${folder}\\${room}`);

      const rooms = new Set<string>();
      for (const file of disk.touched) {
        assert.ok(file.startsWith(`${folder}\\`), file);
        const names = file.slice(folder.length + 1).split('\\');
        rooms.add(names[0] ?? '');
        assert.deepEqual(names.flatMap(wrongOnWindows), []);
        assert.ok(file.length <= longestPath, `${file.length} characters: ${file}`);
      }
      assert.deepEqual(
        [...rooms].sort(),
        'accounts batches changes imports lists lookups panels prefixes taggings tags'.split(' '),
      );
      // What was written is found again, in the same place.
      const batches = new BatchStore(`${folder}\\batches`, { retentionDays: () => 30, files: disk });
      assert.deepEqual(
        (await batches.list()).map(({ source }) => source),
        ['CON: what? ...'],
      );
      const imports = new ImportStore(`${folder}\\imports`, { retentionDays: () => 30, files: disk });
      assert.equal((await imports.imports()).imports.length, 1);
      const lists = new ListStore(`${folder}\\lists`, { retentionDays: () => 30, files: disk });
      assert.equal((await lists.lists()).lists.length, 1);
    });
});

const nobody = () => Promise.reject(new Error('Nobody is asked here.'));
const noPrompts = { secret: nobody, token: nobody, host: nobody };

/** Makes a file of every kind, of words that are no names of files. */
async function keepEverything(disk: FileLayer, room: (name: string) => string): Promise<void> {
  const appId = 'wx0123456789abcdef';
  const accountName = 'NUL: 张三/的 *店*.';
  const openid = 'oABCDE0123456789abcdef_-ghij';
  const options = { retentionDays: () => 30, files: disk };
  const failed = (error: unknown) => assert.ifError(error);

  const vault = new Vault(
    { keychain: new KeychainStore(), vscode: new EditorSecretStore(new Secrets()) },
    () => 'vscode',
  );
  const registry = new AccountRegistry(
    room('accounts'),
    vault,
    () => ({ dispose: () => undefined }),
    Date.now,
    disk,
  );
  await registry.add(
    { appId, name: accountName },
    { kind: 'appSecret', secret: '0123456789abcdef0123456789abcdef' },
  );

  const batches = new BatchStore(room('batches'), options);
  await batches.create({ appId, accountName, source: 'CON: what? ...', openids: [openid], lang: 'zh_CN' });
  batches.dispose();

  await new ListStore(room('lists'), options).create({
    appId,
    accountName,
    list: { kind: 'followers' },
    forMigration: false,
  });
  await imported(
    new ImportStore(room('imports'), options),
    [official, mini],
    [['oUnion0000000000000000000001', 'oOffic0000000000000000000001', 'oMini_0000000000000000000001']],
  );
  await new LookupHistory(room('lookups'), () => 30, failed, Date.now, disk).keep(appId, accountName, {
    kind: 'notFollowing',
    openid,
    profile: { openid, subscribe: 0 },
  });
  const changes = new ChangeLog(
    room('changes'),
    () => 30,
    () => undefined,
    disk,
  );
  await new TagRunStore(room('taggings'), { ...options, changes }).create(
    { appId, accountName, action: 'tag', tagId: 100, tagName: 'AUX?' },
    [{ openid }],
  );
  await changes.append(appId, [{ openid, kind: 'remark', remark: 'LPT1:', at: Date.now() }]);
  await new StateFiles(room('panels'), () => true, Date.now, disk).write('PRN: a panel', { sort: 'asc' });
  await new LearnedPrefixes(room('prefixes'), failed, disk).learnFollowers(appId, [openid]);
  const clients = new Clients(
    registry,
    vault,
    () => ({ baseUrl: '', timeoutMs: 1 }),
    noPrompts,
    () => undefined,
  );
  await new TagNames(room('tags'), clients, () => new Map(), disk).learn(
    appId,
    new Map([[100, 'COM1: 店 ']]),
  );
}
