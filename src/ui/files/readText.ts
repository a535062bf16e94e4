import { l10n, type Uri, workspace } from 'vscode';

import { Problem } from '../problems/problem';

/** Files above this are refused: finding openids takes 100 MB of text at most. */
const largestFile = 100 * 1024 * 1024;

/**
 * The text of a file, of any size VS Code itself may refuse to open, in the encoding its first bytes or VS Code's
 * settings tell: Excel writes GB18030 and UTF-16 as readily as UTF-8.
 * @throws {Problem} for a file that is too large, unreadable or binary
 */
export async function readText(uri: Uri): Promise<string> {
  const name = workspace.asRelativePath(uri);
  const bytes = await readBytes(uri, name, largestFile, () =>
    l10n.t('{0} is larger than 100 MB. Split it into smaller files and try again.', name),
  );
  const byMark = decodeByMark(bytes);
  if (byMark !== undefined) return byMark;
  if (looksBinary(bytes)) {
    throw new Problem(
      l10n.t('{0} is not a text file. Save the list as JSON, CSV or plain text and try again.', name),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAsVSCode(bytes, uri);
  }
}

/**
 * Asks for the sizes of files that are to be read together, before the first is read.
 * @throws {Problem} where one is unreadable or all of them are too large together
 */
export async function checkTotalSize(uris: readonly Uri[]): Promise<void> {
  const sizes = await Promise.all(uris.map(async uri => sizeOf(uri, workspace.asRelativePath(uri))));
  if (uris.length < 2 || sizes.reduce((sum, size) => sum + size, 0) <= largestFile) return;
  throw new Problem(l10n.t('These files are larger than 100 MB together. Choose fewer and try again.'));
}

async function sizeOf(uri: Uri, name: string): Promise<number> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** @throws {Problem} for a file that is unreadable, or larger than `most` bytes, of which `tooLarge` tells */
export async function readBytes(
  uri: Uri,
  name: string,
  most: number,
  tooLarge: () => string,
): Promise<Uint8Array> {
  if ((await sizeOf(uri, name)) > most) throw new Problem(tooLarge());
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(l10n.t('{0} could not be read: {1}', name, reason));
}

/** A byte order mark names the encoding beyond doubt. */
function decodeByMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** VS Code's own sign of a binary file: a NUL among the first 512 bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0);
}

/**
 * Not UTF-8: what the user's `files.encoding` says, or else GB18030, the encoding of Chinese Windows. openids
 * are ASCII in all of these, so a wrong guess garbles names but loses no openid.
 */
async function decodeAsVSCode(bytes: Uint8Array, uri: Uri): Promise<string> {
  const configured = workspace.getConfiguration('files', uri).get<string>('encoding', 'utf8');
  return workspace.decode(bytes, { encoding: configured === 'utf8' ? 'gb18030' : configured });
}
