import path from 'node:path';

import { outputFolder } from '../../vscode/folders';

/** Where the level builds the pages, as `dist/webview` below it. */
export const builtExtension = path.join(outputFolder, 'page');
