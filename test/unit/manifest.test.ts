import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
  abilities,
  commands,
  contextKeys,
  extensionId,
  nodeCommands,
  settings,
  settingsSection,
  tools,
  viewContainer,
  views,
  viewTypes,
} from '../../src/manifest';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
    readonly languageModelTools: readonly { readonly name: string; readonly when: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>>;
    };
  };
}

const root = path.join(__dirname, '../..');
const manifest = readJson('package.json') as Manifest;
const { contributes } = manifest;

describe('package.json and src/manifest.ts', () => {
  it('name the same extension', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
  });

  it('name the same commands', () => {
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual([...contributed].sort(), Object.values<string>(commands).sort());
  });

  it('name the same views, in the same container', () => {
    assert.deepEqual(Object.keys(contributes.views), [viewContainer]);
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [viewContainer],
    );
    assert.deepEqual(
      contributes.views[viewContainer]?.map(({ id }) => id),
      Object.values(views),
    );
  });

  it('name the same settings with the same defaults', () => {
    const declared = Object.fromEntries(
      Object.entries(contributes.configuration.properties).map(([name, { default: value }]) => [name, value]),
    );
    const expected = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [`${settingsSection}.${name}`, value]),
    );
    assert.deepEqual(declared, expected);
  });

  it('name the same tools for language models, offered only where the user wants them', () => {
    const offered = contributes.languageModelTools;
    assert.deepEqual(offered.map(({ name }) => name).sort(), Object.values<string>(tools).sort());
    for (const { when } of offered)
      assert.equal(when, `config.${settingsSection}.languageModelTools.enabled`);
    assert.equal(settings['languageModelTools.enabled'], false);
  });

  it('let no workspace decide where secrets travel', () => {
    for (const name of [
      'apiBaseUrl',
      'credentialStore',
      'concurrency',
      'requestTimeout',
      'confirmAbove',
      'confirmChanges',
      'exportedApi.enabled',
      'languageModelTools.enabled',
    ]) {
      assert.equal(
        contributes.configuration.properties[`${settingsSection}.${name}`]?.scope,
        'application',
        name,
      );
    }
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it('wake the extension for each webview that a window restores', () => {
    for (const viewType of Object.values(viewTypes)) {
      assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${viewType}`), viewType);
    }
  });
});

describe('menus', () => {
  const entries = Object.entries(contributes.menus).flatMap(([menu, items]) =>
    items.map(item => ({ menu, ...item })),
  );

  it('offer commands that exist', () => {
    const known = new Set<string>(Object.values(commands));
    for (const { menu, command } of entries) assert.ok(known.has(command), `${menu}: ${command}`);
  });

  it('hide from the palette what needs a node, and nothing else', () => {
    const hidden = entries.filter(({ menu, when }) => menu === 'commandPalette' && when === 'false');
    assert.deepEqual(hidden.map(({ command }) => command).sort(), [...nodeCommands].sort());
  });

  it('offer in the palette what there is something to do it with', () => {
    const offered = new Map(
      entries.filter(({ menu }) => menu === 'commandPalette').map(({ command, when }) => [command, when]),
    );
    const always = [
      // They say what to do first, or need nothing.
      'addAccount lookup batchFetch addProfilesToFile importPairs findPerson exportMapping refreshUnionids openPeople decodeResponse explainError showLog reportIssue removeEverything',
    ].flatMap(names => names.split(' ').map(name => `wechatOpenid.${name}`));
    const expected = (names: string, when: string) =>
      names.split(' ').map(name => [`wechatOpenid.${name}`, when] as const);
    assert.deepEqual(
      Object.fromEntries([...offered].sort()),
      Object.fromEntries(
        [
          ...expected(
            'editAccount removeAccount checkAccount compareAccounts setActiveAccount refresh clearHistory clearApiQuota lookUpRequestByRid ' +
              'editRemark tagPeople untagPeople createTag renameTag showTaggingResults translateMigratedOpenids keepFollowerListForMigration ' +
              'browseFollowers browseBlacklist resumeList fetchProfilesOfList compareLists exportList removeList',
            '!wechatOpenid.noAccounts',
          ),
          ...expected(
            'resumeBatch retryFailed recheckNotFollowing removeBatch checkBatch exportBatch openBatch',
            '!wechatOpenid.noBatches',
          ),
          ...expected('cancelBatch', 'wechatOpenid.batchRunning'),
          ...expected('lookupSelection', 'activeEditor'),
          ...nodeCommands.map(command => [command, 'false'] as const),
        ].sort(),
      ),
    );
    assert.deepEqual(
      Object.values(commands)
        .filter(command => !offered.has(command))
        .sort(),
      always.sort(),
    );
  });

  it('offer to look up what is selected, and what may hold openids', () => {
    const when =
      entries.find(({ menu, command }) => menu === 'editor/context' && command === commands.lookupSelection)
        ?.when ?? '';
    const [, languages = ''] = /editorLangId =~ \/\^\((.*?)\)\$\//.exec(when) ?? [];
    assert.match(when, /^editorHasSelection \|\| resourceScheme == output \|\| /);
    for (const language of 'json jsonc jsonl log plaintext csv tsv sql xml javascript typescript php java python go'.split(
      ' ',
    ))
      assert.ok(languages.split('|').includes(language), language);
  });

  it('ask tree nodes only for abilities that nodes have', () => {
    const known = new Set<string>(Object.values(abilities));
    const asked = entries.flatMap(({ when = '' }) => [...when.matchAll(/viewItem =~ \/\\b(\w+)\\b\//g)]);
    assert.ok(asked.length > 0);
    for (const [, ability = ''] of asked) assert.ok(known.has(ability), ability);
  });

  it('use context keys that the code sets', () => {
    const known = new Set<string>(Object.values(contextKeys));
    const enablements = contributes.commands.map(({ enablement = '' }) => enablement);
    const whens = [...[...entries, ...contributes.viewsWelcome].map(({ when = '' }) => when), ...enablements];
    // A context key of ours stands bare or negated; what follows `==` is a value.
    const keys = whens.flatMap(when =>
      [...when.matchAll(/(?<!== )\b(wechatOpenid\.\w+)/g)].map(([, key]) => key ?? ''),
    );
    assert.ok(keys.length > 0);
    for (const key of keys) assert.ok(known.has(key), key);
  });
});

describe('titles', () => {
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json']) {
    it(`differ from each other in ${file}`, () => {
      const texts = readJson(file) as Record<string, string>;
      const titles = contributes.commands.map(({ title }) => texts[title.slice(1, -1)]);
      assert.equal(new Set(titles).size, titles.length);
    });
  }
});

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
