import type * as vscode from 'vscode';
import { EventEmitter } from './api/events';
import { Uri } from './api/uri';

/** VS Code's memory of a workspace or of an extension. */
export function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T) => (values.get(key) ?? fallback) as T,
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  };
}

/** VS Code's secret storage; a test may look into it. */
export class Secrets implements vscode.SecretStorage {
  readonly kept = new Map<string, string>();
  private readonly changed = new EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.changed.event;

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
    this.changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.kept.delete(key);
    this.changed.fire({ key });
    return Promise.resolve();
  }
}

/** What VS Code hands to `activate`, as far as code here asks for it. */
export type Context = Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'globalStorageUri' | 'secrets' | 'subscriptions' | 'workspaceState'
>;

/** An extension of which everything on disk is below `folder`. */
export function newContext(folder: string, secrets: vscode.SecretStorage = new Secrets()): Context {
  return {
    ...{ extensionUri: Uri.file('/extension'), globalStorageUri: Uri.file(folder), secrets },
    ...{ subscriptions: [], workspaceState: memento() },
  };
}
