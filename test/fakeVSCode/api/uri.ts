import type * as vscode from 'vscode';
import { URI, Utils } from 'vscode-uri';

/** VS Code's own code, as its makers publish it. */
export const Uri: Pick<typeof vscode.Uri, 'file' | 'from' | 'joinPath' | 'parse'> = Object.assign(URI, {
  joinPath: Utils.joinPath,
});
