import type * as vscode from 'vscode';
import { Disposable } from './events';
import { state } from './state';
import { packageJson } from './workspace';

export const version = '1.100.0';

/** Commands of VS Code that code here calls; what they do is seen in `called`. */
const builtIn = /^(setContext$|workbench\.|vscode\.)/;

export const commands = {
  registerCommand(command: string, handler: (...args: unknown[]) => unknown): Disposable {
    if (state.handlers.has(command)) throw new Error(`command '${command}' already exists`);
    state.handlers.set(command, handler);
    return new Disposable(() => state.handlers.delete(command));
  },

  getCommands: () => Promise.resolve([...state.handlers.keys()]),

  async executeCommand<T>(command: string, ...args: unknown[]): Promise<T> {
    state.called.push({ command, args });
    const handler = state.handlers.get(command);
    if (!handler && !builtIn.test(command)) throw new Error(`command '${command}' not found`);
    // As with VS Code, whoever calls says what comes.
    return (await handler?.(...args)) as T;
  },
};

export const env = {
  appName: 'Visual Studio Code',
  get language() {
    return state.language;
  },
  remoteName: undefined,
  sessionId: 'session-of-the-fake',
  clipboard: {
    readText: () => Promise.resolve(state.copied),
    writeText: (text: string) => Promise.resolve(void (state.copied = text)),
  },
  openExternal: (page: vscode.Uri) => {
    state.openedPages.push(page.toString(true));
    return Promise.resolve(true);
  },
};

export const extensions = {
  getExtension: (id: string) =>
    id.endsWith('.wechat-openid-lens') ? { id, packageJSON: packageJson } : undefined,
};

type Argument = string | number | boolean;

interface Described {
  readonly message: string;
  readonly args?: readonly Argument[] | Readonly<Record<string, Argument>>;
  readonly comment?: string | string[];
}

/** Texts are English: a test of translations reads the bundles themselves. */
export const l10n = {
  bundle: undefined,
  uri: undefined,
  t(text: string | Described, ...given: readonly (Argument | Readonly<Record<string, Argument>>)[]): string {
    const message = typeof text === 'string' ? text : text.message;
    const [first] = given;
    const listed = given.filter(each => typeof each !== 'object');
    const args = typeof text !== 'string' ? (text.args ?? {}) : typeof first === 'object' ? first : listed;
    const values = new Map(Object.entries<Argument>(args));
    return message.replace(/\{([^}]+)\}/g, (place, name: string) => String(values.get(name) ?? place));
  },
};
