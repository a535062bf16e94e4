import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { l10n, type Uri, workspace } from 'vscode';

import { isAbort } from '../wechat';
import { Problem } from './problem';

/**
 * Writes a text piece by piece. A local file is streamed beside its target and renamed over it, so that a full
 * disk or a cancellation leaves no half file; anything else goes through VS Code at once.
 * @throws {Problem} where the file cannot be written; the signal's reason
 */
export async function writeText(uri: Uri, pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  try {
    if (uri.scheme === 'file') await stream(uri.fsPath, pieces, signal);
    else await workspace.fs.writeFile(uri, new TextEncoder().encode(await gather(pieces, signal)));
  } catch (error) {
    if (isAbort(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(l10n.t('The file could not be written: {0} Nothing was left behind.', `${reason}.`));
  }
}

async function stream(target: string, pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const aside = `${target}.${randomUUID()}.tmp`;
  const file = await open(aside, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      // Unlike `write`, which may write a part of it where the disk is nearly full, and is content.
      await file.appendFile(piece);
    }
    await file.sync();
    await file.close();
    await rename(aside, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(aside, { force: true });
    throw error;
  }
}

async function gather(pieces: AsyncIterable<string>, signal: AbortSignal): Promise<string> {
  const parts: string[] = [];
  for await (const piece of pieces) {
    signal.throwIfAborted();
    parts.push(piece);
  }
  return parts.join('');
}
