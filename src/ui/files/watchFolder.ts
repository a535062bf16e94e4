import { Disposable, RelativePattern, Uri, workspace } from 'vscode';

/** Tells of every change below a folder of ours, made by this window or another. The folder must exist. */
export function watchFolder(folder: string, changed: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), '**'));
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  );
}
