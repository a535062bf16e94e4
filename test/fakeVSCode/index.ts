import * as path from 'node:path';
import type * as vscode from 'vscode';
import { Selection, TextDocument } from './api/documents';
import { TabInputText } from './api/items';
import { resetState, type Shown, type ShownProgress, state } from './api/state';
import { Uri } from './api/uri';
import { changeSetting } from './api/workspace';
import { person } from './person';

export { type Shown, type ShownProgress } from './api/state';
export { type WebviewPanel } from './api/webviews';
export { type Person } from './person';

/** The window of the fake, as a test arranges it and looks at it. */
export const fakeWindow = {
  person,

  /** Everything shown so far but progress, oldest first. */
  get shown(): readonly Shown[] {
    return state.shown;
  },

  /** Texts of the messages: notifications, modal questions, the status bar. */
  get messages(): readonly string[] {
    return state.shown
      .filter(({ kind }) => !['pick', 'input', 'dialog'].includes(kind))
      .map(({ text }) => text);
  },

  get progress(): readonly ShownProgress[] {
    return state.progress;
  },

  /** Calls of `executeCommand`, those that failed too. */
  get called() {
    return state.called;
  },

  /** The clipboard. */
  get copied(): string {
    return state.copied;
  },

  get openedPages(): readonly string[] {
    return state.openedPages;
  },

  /** Texts of documents, or addresses of files, that were brought to the front. */
  get openedTexts(): readonly string[] {
    return state.openedTexts;
  },

  get logLines(): readonly string[] {
    return state.logLines;
  },

  get isLogShown(): boolean {
    return state.logIsShown;
  },

  /** Those that are shown now. */
  get statusBar() {
    return state.statusBar;
  },

  /** Every webview panel made so far. */
  get panels() {
    return state.panels;
  },

  /** What a view of the sidebar shows: its nodes, and the nodes below them. */
  tree(id: string): vscode.TreeDataProvider<unknown> {
    const provider = state.trees.get(id);
    if (!provider) throw new Error(`There is no view “${id}”.`);
    return provider;
  },

  /** A user changes a setting, named in full; undefined takes it away. */
  set: changeSetting,

  /** VS Code's display language. Texts of `l10n.t` stay English; numbers, dates and WeChat's tables follow it. */
  speak(language: 'en' | 'zh-cn' | 'zh-tw'): void {
    state.language = language;
  },

  openFolder(folder: string): void {
    state.folder = Uri.file(folder);
  },

  /** A file that is open, with its selections as `[from, to]` offsets; without any the cursor is at its beginning. */
  openEditor(name: string, text: string, ...selections: readonly (readonly [number, number])[]): void {
    const document = new TextDocument(Uri.file(path.resolve('/work', name)), text);
    const chosen = (selections.length > 0 ? selections : ([[0, 0]] as const)).map(([from, to]) => {
      return new Selection(document.positionAt(from), document.positionAt(to));
    });
    state.editor = { document, selection: chosen[0] ?? new Selection(0, 0, 0, 0), selections: chosen };
  },

  /** The file in front has changes that are not saved; `save` is what saving does. */
  changeEditor(save: () => Promise<boolean>): void {
    if (!state.editor) throw new Error('No editor is open.');
    state.editor.document.onSave = save;
  },

  /** A tab of a file that VS Code made no document of, as of one above 50 MB. */
  openTabOnly(uri: vscode.Uri): void {
    state.activeTab = new TabInputText(uri);
  },

  focus(focused: boolean): void {
    state.stateChanged.fire({ focused, active: focused });
  },
};

/**
 * Gives each test of the surrounding `describe` a window of its own, and fails it where a question was asked that it
 * did not foresee, or one was not asked that it did.
 */
export function useFakeVSCode(): typeof fakeWindow {
  beforeEach(() => {
    person.reset();
    resetState();
  });
  afterEach(() => person.check());
  return fakeWindow;
}
