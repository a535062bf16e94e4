import type * as vscode from 'vscode';
import type { TextEditor } from './documents';
import { EventEmitter } from './events';
import type { WebviewPanel } from './webviews';

/** Something that a person saw. */
export interface Shown {
  readonly kind: 'information' | 'warning' | 'error' | 'pick' | 'input' | 'dialog' | 'status';
  /** Title, message, prompt, detail: one a line. */
  readonly text: string;
  readonly isModal: boolean;
  /** Labels of buttons or items, in their order. */
  readonly choices: readonly string[];
  /** Of a picker. */
  readonly items: readonly vscode.QuickPickItem[];
  /** What an input box refused or advised, or a picker said later, in the order in which it stood there. */
  readonly notes: string[];
}

/** A progress notification; `cancel` is its button. */
export interface ShownProgress {
  readonly title: string;
  /** Whether its work has ended. */
  isOver: boolean;
  readonly messages: string[];
  /** In percent, as far as it was told. */
  percent: number;
  cancel(): void;
}

export interface Called {
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Everything that a window of the fake holds. */
function freshState() {
  return {
    shown: [] as Shown[],
    progress: [] as ShownProgress[],
    called: [] as Called[],
    handlers: new Map<string, (...args: unknown[]) => unknown>(),
    settings: new Map<string, unknown>(),
    settingsChanged: new EventEmitter<vscode.ConfigurationChangeEvent>(),
    stateChanged: new EventEmitter<vscode.WindowState>(),
    fileSystems: new Map<
      string,
      Pick<vscode.FileSystemProvider, 'stat' | 'readFile' | 'writeFile' | 'delete'>
    >(),
    copied: '',
    openedPages: [] as string[],
    /** Texts of documents that were brought to the front. */
    openedTexts: [] as string[],
    logLines: [] as string[],
    logIsShown: false,
    language: 'en',
    folder: undefined as vscode.Uri | undefined,
    editor: undefined as TextEditor | undefined,
    activeTab: undefined as unknown,
    statusBar: [] as vscode.StatusBarItem[],
    panels: [] as WebviewPanel[],
    trees: new Map<string, vscode.TreeDataProvider<unknown>>(),
    tools: new Map<string, vscode.LanguageModelTool<unknown>>(),
  };
}

export const state = freshState();

/** A new window, of which nothing of the last test is left. */
export function resetState(): void {
  Object.assign(state, freshState());
}
