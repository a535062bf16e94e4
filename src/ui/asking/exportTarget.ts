import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';

import { type ExportFormat } from '../../batch';
import { fileNameFor } from '../files/fileNameFor';
import { Cancelled } from './steps';

interface FormatItem extends QuickPickItem {
  readonly format: ExportFormat;
}

export async function askForFormat(): Promise<ExportFormat> {
  const items: FormatItem[] = [
    { format: 'csv', label: 'CSV', description: l10n.t('for Excel, Numbers and WPS') },
    { format: 'json', label: 'JSON', description: l10n.t('one array') },
    { format: 'ndjson', label: 'NDJSON', description: l10n.t('one object per line') },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Export in which format?') });
  if (!picked) throw new Cancelled();
  return picked.format;
}

/** Places for several files in one folder; each has a name that is free there. */
export async function askForTargets(names: readonly string[], ending: string): Promise<Uri[]> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Export Here'),
      ...(workspace.workspaceFolders?.[0] && { defaultUri: workspace.workspaceFolders[0].uri }),
    })) ?? [];
  if (!folder) throw new Cancelled();
  const targets = new Map<string, Uri>();
  for (const name of names) {
    const proposed = fileNameFor(name, ending);
    const stem = proposed.slice(0, -ending.length - 1);
    const numbered = (count: number) =>
      Uri.joinPath(folder, count === 1 ? proposed : `${stem}-${count}.${ending}`);
    let count = 1;
    // Some disks take names for the same that differ in case alone.
    while (targets.has(numbered(count).path.toLowerCase()) || (await isThere(numbered(count)))) count++;
    targets.set(numbered(count).path.toLowerCase(), numbered(count));
  }
  return [...targets.values()];
}

async function isThere(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

/** Asks where a file of ours is to be written; its name is proposed, in the folder that is open. */
export async function askForTarget(name: string, ending: string): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileNameFor(name, ending)) }),
  });
  if (!target) throw new Cancelled();
  return target;
}

export async function offerToOpen(target: Uri): Promise<void> {
  const open = l10n.t('Open File');
  const choice = await window.showInformationMessage(
    l10n.t('Exported to {0}', workspace.asRelativePath(target)),
    open,
  );
  if (choice === open) await window.showTextDocument(target);
}
