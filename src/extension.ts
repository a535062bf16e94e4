import { config as configureTexts } from '@vscode/l10n';
import path from 'node:path';
import { env, EventEmitter, type ExtensionContext, l10n, type TreeItem, window, workspace } from 'vscode';

import {
  AccountRegistry,
  AccountStanding,
  ActiveAccount,
  Clients,
  EditorSecretStore,
  KeychainStore,
  LookupHistory,
  NewestAnswers,
  QuotaNotes,
  TagNames,
  Vault,
} from './accounts';
import { BatchStore, noAccount } from './batch';
import { ClockTrust } from './files';
import { lastTabClosed } from './jobs/batches/lastTab';
import { registerCommands } from './commands/command';
import { registerInlineHelp } from './editor/inlineHelp';
import { exportedApi } from './exported/api/exportedApi';
import { type LensExports } from './exported/api/lensApi';
import { OfferedTools } from './exported/tools/offeredTools';
import { Housekeeping } from './jobs/history/housekeeping';
import { LookupJob } from './jobs/people/lookupJob';
import { Profiles } from './jobs/people/profiles';
import { relationsFrom } from './jobs/people/relations';
import { settingsSection, views } from './manifest';
import { createPanels } from './panels';
import { AccountsTree } from './tree/accountsTree';
import { lazily } from './ui/lazily';
import { Log } from './ui/log/log';
import { Problems } from './ui/problems/problems';
import { RunningBatches } from './ui/runningBatches';
import { setting } from './ui/settings';
import { watchFolder } from './ui/files/watchFolder';
import { displayLanguage, systemGroupNames } from './wechat';

/** Wires and registers. Nothing here waits for a file, the keychain or the network. */
export function activate(context: ExtensionContext): LensExports {
  const { extensionUri, subscriptions } = context;
  const storage = (folder: string) => path.join(context.globalStorageUri.fsPath, folder);
  const retentionDays = () => setting('history.retentionDays');

  if (l10n.bundle) configureTexts({ contents: l10n.bundle });
  const log = new Log();
  const notKept = (error: unknown) => log.error('not kept on disk', error);
  const problems = new Problems(log);
  const prompts = () => import('./commands/handlers');
  const vault = new Vault(
    { keychain: new KeychainStore(), vscode: new EditorSecretStore(context.secrets) },
    () => setting('credentialStore'),
  );
  const registry = new AccountRegistry(storage('accounts'), vault, watchFolder);
  const active = new ActiveAccount(registry, context.workspaceState);
  const standing = new AccountStanding(context.workspaceState);
  // Loaded when the first account, answer or profile is at hand.
  const prefixes = lazily(async () => {
    const { LearnedPrefixes } = await import('./accounts/learnedPrefixes');
    return new LearnedPrefixes(storage('prefixes'), notKept);
  });
  const lookups = new LookupHistory(storage('lookups'), retentionDays, notKept);
  const clock = new ClockTrust();
  const trustsClock = (newest: number) => clock.trusts(newest);
  const batches = new BatchStore(storage('batches'), { retentionDays, trustsClock });
  const hosts = lazily(async () => new (await prompts()).TrustedHosts(storage('hosts')));
  const clients: Clients = new Clients(
    registry,
    vault,
    () => ({ baseUrl: setting('apiBaseUrl'), timeoutMs: setting('requestTimeout') * 1000 }),
    {
      secret: async (account, trouble) => (await prompts()).promptForSecret(registry, account, trouble),
      token: async (account, trouble) => {
        const { promptForToken, TokenOwner } = await prompts();
        return promptForToken(new TokenOwner(registry, await prefixes()), clients, account, trouble);
      },
      host: async (origin, unattended) => (await hosts()).confirm(origin, unattended),
    },
    entry => {
      log.request(entry);
      standing.note(entry, entry.appId !== undefined && clients.holdsPastedToken(entry.appId));
      clock.note(entry.hostTime);
    },
  );

  const quotaNotes = new QuotaNotes();
  const newest = new NewestAnswers(lookups, batches);
  const lookupJob = new LookupJob(clients, prefixes, lookups);
  const profiles = new Profiles(lookups, batches, newest, registry, lookupJob, problems);

  // Told of an account whose people are shown otherwise: something was changed from here, or a tag has another name.
  const known = new EventEmitter<string>();
  const tellKnown = (appId: string) => known.fire(appId);
  const changeLog = lazily(async () => {
    const { ChangeLog } = await import('./changes');
    return new ChangeLog(storage('changes'), retentionDays, tellKnown);
  });
  const tagRuns = lazily(async () => {
    const { TagRunStore } = await import('./changes');
    return new TagRunStore(storage('taggings'), { retentionDays, changes: await changeLog() });
  });
  const imports = lazily(async () => {
    const { openImports } = await import('./jobs/unionids/openImports');
    return openImports(storage('imports'), { retentionDays });
  });
  const people = lazily(async () => {
    const { SharedIndex } = await import('./jobs/unionids/sharedIndex');
    const kept = { registry, batches, lookups, imports, lists: async () => (await lists()).store };
    return new SharedIndex(kept, async summary => {
      await (await peopleNumbers()).note(summary);
      peopleKnown.fire();
    });
  });
  const peopleNumbers = lazily(async () => {
    const { PeopleNumbers } = await import('./jobs/unionids/peopleNumbers');
    return new PeopleNumbers(storage('people'), retentionDays);
  });
  const peopleKnown = new EventEmitter<void>();
  const changes = {
    overlay: async (appId: string) => (appId === noAccount ? undefined : (await changeLog()).overlay(appId)),
    onDidChange: known.event,
  };
  const groups = systemGroupNames(displayLanguage(env.language));
  const tagNames = new TagNames(storage('tags'), clients, () => groups, undefined, tellKnown);
  const panels = createPanels(extensionUri, {
    lookups: profiles,
    batches,
    tagNames: appId => tagNames.of(appId),
    changes,
    relations: relationsFrom(registry, prefixes, lookups, batches, people),
    log,
    explain: async error => (await problems.explain(error))?.sentence ?? '',
    stateFolder: storage('panels'),
    retentionDays,
    onLastTabClosed: id => lastTabClosed(batches, id),
  });
  // Loaded when the first account is opened, or a list is asked for.
  const lists = lazily(async () => {
    const { openLists } = await import('./jobs/lists/openLists');
    const options = { retentionDays, trustsClock, onChange: () => tree.refreshLists() };
    const redraw = (appId: string) => tree.refreshNode(`${appId}/tags`);
    return openLists(storage('lists'), options, { vault, clients, tagNames }, redraw);
  });
  const tree: AccountsTree = new AccountsTree(
    { registry, active, prefixes, lookups, batches, newest, tagNames, changes, quotaNotes, problems, lists },
    (changed, listsChanged) =>
      watchFolder(context.globalStorageUri.fsPath, room => {
        if (room === 'imports' || room === 'people') peopleKnown.fire();
        else if (room === 'lists') listsChanged();
        // How a table was left, which is written at every scroll, shows in no node. Names of tags are written while the
        // node that asked for them opens, and a refresh would close it.
        else if (room !== 'panels' && room !== 'tags') changed();
      }),
  );
  const view = window.createTreeView(views.accounts, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const peopleView = window.registerTreeDataProvider<TreeItem>(views.people, {
    onDidChangeTreeData: peopleKnown.event,
    getTreeItem: item => item,
    async getChildren() {
      const { peopleItems } = await import('./tree/peopleItems');
      const [summary, kept] = await Promise.all([
        (await peopleNumbers()).current(),
        (await imports()).imports(),
      ]);
      return peopleItems(summary, kept.imports.length);
    },
  });
  const house = new Housekeeping(
    () =>
      Promise.all([
        batches.removeOlderThan(retentionDays()),
        lookups.removeOld(trustsClock),
        panels.removeOld(),
        lists().then(({ store }) => store.removeOld()),
        registry.sweep(),
        tagRuns().then(runs => runs.removeOld(trustsClock)),
        imports().then(store => store.removeOld(trustsClock)),
        peopleNumbers().then(numbers => numbers.removeOld()),
        changeLog().then(log => log.removeOld(trustsClock)),
      ]),
    error => log.error('housekeeping', error),
  );
  /** What commands, other extensions and language models work with. */
  const work = lazily(async () => {
    const { askersOf } = await prompts();
    const kept = {
      ...{ registry, vault, quotaNotes, active, standing, lookups, profiles, batches, tree },
      ...{ prefixes: await prefixes(), lists: await lists() },
      ...{ clients, lookupJob, panels, tagNames, problems, log },
      ...{ changes, changeLog, tagRuns, imports, people, newest, memento: context.workspaceState },
      storageFolder: storage(''),
    };
    return [kept, askersOf(kept)] as const;
  });
  const modelTools = new OfferedTools(async () => {
    const { Tools } = await import('./exported/tools/tools');
    const [bench, askers] = await work();
    return new Tools(bench, await people(), askers, problems);
  });
  subscriptions.push(
    log,
    registry,
    panels,
    house,
    tree,
    view,
    peopleView,
    peopleKnown,
    known,
    known.event(() => tree.refresh()),
    modelTools,
    batches,
    new RunningBatches(batches, view),
    registry.onDidChange(() => tree.refresh()),
    lookups.onDidChange(() => tree.refresh()),
    batches.onDidChange(() => tree.refresh()),
    quotaNotes.onDidChange(() => tree.refresh()),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(`${settingsSection}.history.retentionDays`)) house.retentionChanged();
      modelTools.followSetting();
    }),
    // A watcher may miss a change of another window, as on a network drive; coming back reads again.
    window.onDidChangeWindowState(({ focused }) => focused && registry.refresh()),
    ...registerCommands(async () => {
      const { commandHandlers } = await prompts();
      return commandHandlers(...(await work()));
    }, problems),
    ...registerInlineHelp(async () => {
      const { HoverCards } = await import('./editor/hoverCards');
      return new HoverCards(registry, newest, tagNames, changes);
    }),
  );
  modelTools.followSetting();
  setImmediate(() => {
    panels.replaceDeaf();
    void house.run();
  });
  return exportedApi(async () => {
    const { callsOf } = await import('./exported/api/calls');
    const [, askers] = await work();
    return callsOf(askers, problems);
  });
}
