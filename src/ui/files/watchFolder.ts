import path from 'node:path';
import { Disposable, RelativePattern, Uri, workspace } from 'vscode';

/**
 * Tells of every change below a folder of ours, made by this window or another, and in which of its rooms it was. The
 * folder must exist.
 */
export function watchFolder(folder: string, inRoom: (room: string) => void): Disposable {
  const changed = ({ fsPath }: Uri) => inRoom(path.relative(folder, fsPath).split(path.sep, 1)[0] ?? '');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), '**'));
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  );
}
