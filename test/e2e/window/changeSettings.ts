import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Settings } from '../../vscode/running/settings';

/** Changes user settings from outside. VS Code reads them when its page is loaded: reload the window. */
export async function changeSettings(dataFolder: string, changed: Settings): Promise<void> {
  const file = path.join(dataFolder, 'data/User/settings.json');
  const settings: unknown = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(Object.assign({}, settings, changed), undefined, 2));
}
