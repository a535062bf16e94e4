import type * as vscode from 'vscode';
import { person } from '../person';
import type { TextDocument } from './documents';
import { Disposable } from './events';
import { lines, messages, show } from './messages';
import { quickInput } from './quickInput';
import { state } from './state';
import { WebviewPanel } from './webviews';

const nothing = () => new Disposable(undefined);

/** What VS Code shows, and where a person acts. */
export const window = {
  ...messages,
  ...quickInput,

  get activeTextEditor() {
    return state.editor;
  },

  tabGroups: {
    get activeTabGroup() {
      return { activeTab: state.activeTab === undefined ? undefined : { input: state.activeTab } };
    },
    all: [],
    close: () => Promise.resolve(true),
    onDidChangeTabs: nothing,
    onDidChangeTabGroups: nothing,
  },

  async showOpenDialog(options: vscode.OpenDialogOptions = {}): Promise<vscode.Uri[] | undefined> {
    const uris = await dialog(lines('Open', options.title, options.openLabel));
    return uris && [...uris];
  },

  async showSaveDialog(options: vscode.SaveDialogOptions = {}): Promise<vscode.Uri | undefined> {
    return (await dialog(lines('Save', options.title, options.defaultUri?.path)))?.[0];
  },

  showTextDocument(document: vscode.Uri | TextDocument): Promise<unknown> {
    state.openedTexts.push('getText' in document ? document.getText() : document.toString());
    return Promise.resolve(undefined);
  },

  /** Its lines are the log's. */
  createOutputChannel() {
    const write = (line: string) => void state.logLines.push(line);
    const levels = { trace: write, debug: write, info: write, warn: write, error: write };
    return { ...levels, show: () => (state.logIsShown = true), dispose: () => undefined };
  },

  createStatusBarItem(): Pick<vscode.StatusBarItem, 'show' | 'hide' | 'dispose'> {
    const remove = () => void (state.statusBar = state.statusBar.filter(each => each !== item));
    const item = {
      show: () => void (state.statusBar = [...state.statusBar.filter(each => each !== item), item]),
      ...{ hide: remove, dispose: remove },
    } as vscode.StatusBarItem;
    return item;
  },

  createTreeView(id: string, { treeDataProvider }: vscode.TreeViewOptions<unknown>) {
    state.trees.set(id, treeDataProvider);
    return { badge: undefined as vscode.ViewBadge | undefined, dispose: () => void state.trees.delete(id) };
  },

  registerTreeDataProvider(id: string, provider: vscode.TreeDataProvider<unknown>) {
    state.trees.set(id, provider);
    return { dispose: () => void state.trees.delete(id) };
  },

  createWebviewPanel(viewType: string, title: string) {
    const panel = new WebviewPanel(viewType, title);
    state.panels.push(panel);
    return panel;
  },
  registerWebviewPanelSerializer: nothing,
  registerTerminalLinkProvider: nothing,
  onDidChangeWindowState: (listener: (change: vscode.WindowState) => unknown) =>
    state.stateChanged.event(listener),
};

export const languages = { registerHoverProvider: nothing };

async function dialog(text: string): Promise<readonly vscode.Uri[] | undefined> {
  const reaction = person.reactTo(show({ kind: 'dialog', text, isModal: true }));
  await Promise.resolve();
  return reaction.kind === 'name' ? reaction.uris : undefined;
}
