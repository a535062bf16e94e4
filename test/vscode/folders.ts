import * as path from 'node:path';

export const projectFolder = path.resolve(__dirname, '../..');

/** Installed tools; kept between runs. */
export const cacheFolder = path.join(projectFolder, '.vscode-test');

/** What a run leaves behind for people to look at. */
export const outputFolder = path.join(projectFolder, 'out');

/** The bundled host suite, and the results it leaves beside itself. */
export const hostSuiteFolder = path.join(outputFolder, 'host');

/** The extension as users get it. */
export const packagedExtension = path.join(outputFolder, 'wechat-openid-lens.vsix');
