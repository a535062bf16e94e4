import { l10n, type Uri, workspace } from 'vscode';

import { Problem } from '../problems/problem';

/** Files above this are refused: finding openids takes 100 MB of text at most. */
const largestFile = 100 * 1024 * 1024;

/** A text, and what its file is written in, by VS Code's names for encodings. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** As the file holds them. */
  readonly bytes: Uint8Array;
}

/** As `readDecoded`, for whoever wants the text alone. */
export async function readText(uri: Uri): Promise<string> {
  return (await readDecoded(uri)).text;
}

/**
 * The text of a file, of any size VS Code itself may refuse to open, in the encoding its first bytes or VS Code's
 * settings tell: Excel writes GB18030 and UTF-16 as readily as UTF-8.
 * @throws {Problem} for a file that is too large, unreadable or binary
 */
export async function readDecoded(uri: Uri): Promise<DecodedText> {
  const name = workspace.asRelativePath(uri);
  const bytes = await readBytes(uri, name, largestFile, () =>
    l10n.t('{0} is larger than 100 MB. Split it into smaller files and try again.', name),
  );
  const byMark = decodeByMark(bytes);
  if (byMark !== undefined) return { ...byMark, bytes };
  if (looksBinary(bytes)) {
    throw new Problem(
      l10n.t('{0} is not a text file. Save the list as JSON, CSV or plain text and try again.', name),
    );
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8', bytes };
  } catch {
    return { ...(await decodeAsVSCode(bytes, uri)), bytes };
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

type Decoded = Omit<DecodedText, 'bytes'>;

/** A byte order mark names the encoding beyond doubt. */
function decodeByMark(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes;
  const decoded = (label: string, encoding: string) => ({
    text: new TextDecoder(label).decode(bytes),
    encoding,
  });
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded('utf-8', 'utf8bom');
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', 'utf16le');
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', 'utf16be');
  return undefined;
}

/** VS Code's own sign of a binary file: a NUL among the first 512 bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0);
}

/** GB18030 holds all of these, and whatever else is to be written beside it. */
const heldByGb18030: ReadonlySet<string> = new Set(['utf8', 'utf8bom', 'gbk', 'gb2312']);

/**
 * Not UTF-8: what the user's `files.encoding` says, or else GB18030, the encoding of Chinese Windows. openids
 * are ASCII in all of these, so a wrong guess garbles names but loses no openid.
 */
async function decodeAsVSCode(bytes: Uint8Array, uri: Uri): Promise<Decoded> {
  const configured = workspace.getConfiguration('files', uri).get<string>('encoding', 'utf8');
  const encoding = heldByGb18030.has(configured) ? 'gb18030' : configured;
  return { text: await workspace.decode(bytes, { encoding }), encoding };
}
