import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Settings } from '../../vscode/settings';
import type { OpenedWindow } from './openWindow';

/** Changes user settings and reloads the window: what is written from outside is read at page load only. */
export async function changeSettings({ dataFolder, window }: OpenedWindow, changed: Settings): Promise<void> {
  const file = path.join(dataFolder, 'data/User/settings.json');
  const settings: unknown = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(Object.assign({}, settings, changed), undefined, 2));
  await window.reload();
}
