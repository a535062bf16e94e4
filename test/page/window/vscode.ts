/**
 * The few parts of `vscode` that the panels touch, for tests that show their pages in a browser without VS Code.
 * Nothing here decides anything: a panel's side of the conversation is the true one.
 */

type Listener<T> = (value: T) => unknown;

export class Disposable {
  constructor(private readonly run: () => void) {}
  dispose(): void {
    this.run();
  }
}

export class EventEmitter<T> {
  private readonly listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string,
    readonly fragment: string,
  ) {}
  static file(path: string): Uri {
    return new Uri('file', '', path, '', '');
  }
  static parse(text: string): Uri {
    const { protocol, host, pathname, search, hash } = new URL(text);
    return new Uri(protocol.slice(0, -1), host, pathname, search.slice(1), hash.slice(1));
  }
  static from(parts: { scheme: string; path?: string; query?: string }): Uri {
    return new Uri(parts.scheme, '', parts.path ?? '', parts.query ?? '', '');
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(base.scheme, base.authority, [base.path, ...parts].join('/'), base.query, '');
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return `${this.scheme}://${this.authority}${this.path}${this.query === '' ? '' : `?${this.query}`}`;
  }
}

export class ThemeColor {
  constructor(readonly id: string) {}
}
export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}
export class TabInputWebview {
  constructor(readonly viewType: string) {}
}
export class TabInputText {
  constructor(readonly uri: Uri) {}
}
export class TreeItem {
  constructor(readonly label: string) {}
}
export class MarkdownString {
  value = '';
}

export const ViewColumn = { Active: -1, Beside: -2, One: 1, Two: 2 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const ConfigurationTarget = { Global: 1, Workspace: 2 };

/** What a panel did outside its page. */
export const done: { copied: string[]; commands: unknown[][]; opened: string[] } = {
  copied: [],
  commands: [],
  opened: [],
};

export const env = {
  language: 'en',
  clipboard: {
    writeText: (text: string) => Promise.resolve(void done.copied.push(text)),
    readText: () => Promise.resolve(done.copied.at(-1) ?? ''),
  },
  openExternal: (uri: Uri) => Promise.resolve(done.opened.push(uri.toString()) > 0),
};

export const l10n = {
  bundle: undefined as Record<string, string> | undefined,
  t(message: string | { message: string }, ...args: unknown[]): string {
    const text = typeof message === 'string' ? message : message.message;
    const translated = l10n.bundle?.[text] ?? text;
    return translated.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)]));
  },
};

export const commands = {
  executeCommand: (...command: unknown[]) => Promise.resolve(void done.commands.push(command)),
  registerCommand: () => new Disposable(() => undefined),
};

const noEvent = () => new Disposable(() => undefined);

/** Serializers by view type, and how panels are made: tests put theirs here. */
export const serializers = new Map<string, unknown>();
export const panelMaker: { make?: (viewType: string, title: string, place: unknown) => unknown } = {};

export const window = {
  tabGroups: {
    all: [] as unknown[],
    close: (tab: unknown) => Promise.resolve(tab !== undefined),
    onDidChangeTabs: noEvent,
    onDidChangeTabGroups: noEvent,
  },
  createWebviewPanel: (viewType: string, title: string, place: unknown) =>
    panelMaker.make?.(viewType, title, place),
  registerWebviewPanelSerializer(viewType: string, serializer: unknown): Disposable {
    serializers.set(viewType, serializer);
    return new Disposable(() => serializers.delete(viewType));
  },
  showInformationMessage: () => Promise.resolve(undefined),
  showErrorMessage: () => Promise.resolve(undefined),
  createTextEditorDecorationType: () => new Disposable(() => undefined),
};

export const workspace = {
  registerTextDocumentContentProvider: () => new Disposable(() => undefined),
  getConfiguration: () => ({ get: () => undefined }),
  onDidChangeConfiguration: noEvent,
};
