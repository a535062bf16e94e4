import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import type * as vscode from 'vscode';
import * as v from 'valibot';
import { TextDocument } from './documents';
import { Disposable } from './events';
import { fs } from './files';
import { state } from './state';
import { Uri } from './uri';

const Manifest = v.object({
  version: v.string(),
  contributes: v.object({
    configuration: v.object({ properties: v.record(v.string(), v.object({ default: v.unknown() })) }),
  }),
});

/** The extension's package.json, as VS Code reads it. */
export const packageJson = v.parse(
  Manifest,
  JSON.parse(readFileSync(path.join(__dirname, '../../../package.json'), 'utf8')),
);
const contributed = packageJson.contributes.configuration.properties;

export class RelativePattern implements Pick<vscode.RelativePattern, 'baseUri' | 'pattern'> {
  readonly baseUri: vscode.Uri;
  constructor(
    base: vscode.Uri | vscode.WorkspaceFolder,
    readonly pattern: string,
  ) {
    this.baseUri = 'uri' in base ? base.uri : base;
  }
}

/** Settings of the test before the defaults of package.json. */
function getConfiguration(section?: string) {
  const full = (name: string) => (section === undefined ? name : `${section}.${name}`);
  const has = (name: string) => state.settings.has(full(name)) || full(name) in contributed;
  return {
    has,
    get: <T>(name: string, fallback?: T): T | undefined => {
      const value = state.settings.has(full(name))
        ? state.settings.get(full(name))
        : contributed[full(name)]?.default;
      return (value ?? fallback) as T | undefined;
    },
    inspect: <T>(name: string) => ({
      key: full(name),
      defaultValue: contributed[full(name)]?.default as T | undefined,
      globalValue: state.settings.get(full(name)) as T | undefined,
    }),
    update: (name: string, value: unknown): Promise<void> => {
      changeSetting(full(name), value);
      return Promise.resolve();
    },
  };
}

/** Undefined takes the setting away. */
export function changeSetting(name: string, value: unknown): void {
  if (value === undefined) state.settings.delete(name);
  else state.settings.set(name, value);
  state.settingsChanged.fire({
    affectsConfiguration: section => name === section || name.startsWith(`${section}.`),
  });
}

export const workspace = {
  fs,
  getConfiguration,
  onDidChangeConfiguration: (listener: (change: vscode.ConfigurationChangeEvent) => unknown) =>
    state.settingsChanged.event(listener),

  get workspaceFolders() {
    return state.folder && [{ uri: state.folder, name: path.basename(state.folder.fsPath), index: 0 }];
  },

  asRelativePath(pathOrUri: string | vscode.Uri): string {
    const full = typeof pathOrUri === 'string' ? pathOrUri : pathOrUri.fsPath;
    const folder = state.folder && `${state.folder.fsPath}${path.sep}`;
    return folder && full.startsWith(folder) ? full.slice(folder.length).replaceAll(path.sep, '/') : full;
  },

  decode: (bytes: Uint8Array, { encoding }: { encoding: string }): Promise<string> =>
    Promise.resolve(iconv.decode(Buffer.from(bytes), encoding.replace('bom', ''))),

  /** VS Code marks these encodings, whatever the text begins with. */
  encode: (text: string, { encoding }: { encoding: string }): Promise<Uint8Array> => {
    const addBOM = ['utf8bom', 'utf16le', 'utf16be'].includes(encoding);
    return Promise.resolve(iconv.encode(text, encoding.replace('bom', ''), { addBOM }));
  },

  get textDocuments(): readonly TextDocument[] {
    return state.editor ? [state.editor.document] : [];
  },

  openTextDocument: async (
    given: vscode.Uri | { readonly language?: string; readonly content?: string },
    { encoding = 'utf8' }: { readonly encoding?: string } = {},
  ): Promise<TextDocument> => {
    if ('scheme' in given)
      return new TextDocument(given, await workspace.decode(await fs.readFile(given), { encoding }));
    const uri = Uri.from({ scheme: 'untitled', path: 'Untitled-1' });
    return new TextDocument(uri, given.content ?? '', given.language);
  },

  registerFileSystemProvider(scheme: string, provider: vscode.FileSystemProvider): Disposable {
    state.fileSystems.set(scheme, provider);
    return new Disposable(() => state.fileSystems.delete(scheme));
  },

  registerTextDocumentContentProvider: () => new Disposable(undefined),

  /** Sees nothing: tests say themselves what changed. */
  createFileSystemWatcher() {
    const never = () => new Disposable(undefined);
    return { onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => undefined };
  },
};
