/** Names of devices, whatever ending follows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

const mostCharacters = 80;
/** Linux counts bytes, 255 of them, and an ending and what a user adds have to fit in, too. */
const mostBytes = 200;

/**
 * A name that a file can have on every system, made of words that people chose: for accounts, tags, files.
 * @param ending without its dot
 */
export function fileNameFor(words: string, ending: string): string {
  const plain = words.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  // Windows drops dots at the end, and hides nothing that begins with one; macOS and Linux do.
  const trimmed = shortened(Array.from(plain.replace(/^[.-]+|[.-]+$/g, ''))).replace(device, '$1_');
  return `${trimmed === '' ? 'export' : trimmed}.${ending}`;
}

/** Its beginning says whose it is, its end what. */
function shortened(characters: readonly string[], most = mostCharacters): string {
  const isLonger = characters.length > most;
  const kept = isLonger
    ? [...characters.slice(0, (most * 3) / 4), ...characters.slice(-most / 4)]
    : characters;
  const name = kept.join('');
  return Buffer.byteLength(name) > mostBytes ? shortened(characters, most - 4) : name;
}
