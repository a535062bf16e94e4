import { l10n, type Uri, workspace } from 'vscode';

import { nodeFiles, writeWhole } from '../../files';
import { isAbort } from '../../wechat';
import { Problem } from '../problems/problem';

/** Texts are written as UTF-8, bytes as they are. */
type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Writes a text piece by piece. A local file is streamed beside its target and renamed over it, so that a full
 * disk or a cancellation leaves no half file; anything else goes through VS Code at once.
 * @throws {Problem} where the file cannot be written; the signal's reason
 */
export async function writeText(uri: Uri, pieces: Pieces, signal: AbortSignal): Promise<void> {
  try {
    if (uri.scheme === 'file') await writeWhole(nodeFiles, uri.fsPath, until(pieces, signal));
    else await workspace.fs.writeFile(uri, await gather(pieces, signal));
  } catch (error) {
    if (isAbort(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(l10n.t('The file could not be written: {0} Nothing was left behind.', `${reason}.`));
  }
}

/** Stops at the signal, between two pieces. */
async function* until(pieces: Pieces, signal: AbortSignal): AsyncIterable<Buffer> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield typeof piece === 'string'
      ? Buffer.from(piece)
      : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

async function gather(pieces: Pieces, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const piece of until(pieces, signal)) parts.push(piece);
  return Buffer.concat(parts);
}
