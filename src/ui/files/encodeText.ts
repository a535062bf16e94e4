import { l10n, workspace } from 'vscode';

import { Problem } from '../problems/problem';
import { type DecodedText } from './readText';

/** These hold every character. */
const unicode: ReadonlySet<string> = new Set(['utf8', 'utf8bom', 'utf16le', 'utf16be', 'gb18030']);

/**
 * A text in the encoding of another: piece by piece where it is UTF-8, and otherwise at once, by VS Code.
 * @throws {Problem} for an encoding that lacks some of its characters
 */
export async function* encoded(
  pieces: AsyncIterable<string>,
  encoding: string,
): AsyncGenerator<string | Uint8Array> {
  if (encoding === 'utf8bom') yield '\uFEFF';
  if (encoding === 'utf8' || encoding === 'utf8bom') {
    yield* pieces;
    return;
  }
  const parts: string[] = [];
  for await (const piece of pieces) parts.push(piece);
  const text = parts.join('');
  const bytes = await workspace.encode(text, { encoding });
  if (!unicode.has(encoding) && (await workspace.decode(bytes, { encoding })) !== text)
    throw new Problem(
      l10n.t(
        'The profiles hold characters that the encoding of the file ({0}) lacks. Save it as UTF-8 and try again.',
        encoding,
      ),
    );
  yield bytes;
}

/** Whether a text that is written again gives the bytes it was read from: damaged files do not. */
export async function isKeptWhole({ text, encoding, bytes }: DecodedText): Promise<boolean> {
  if (encoding === 'utf8') return true; // anything else is not taken for it
  const again = await workspace.encode(text, { encoding });
  return Buffer.compare(again, bytes) === 0;
}
