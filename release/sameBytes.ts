import { strToU8, strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The first two entries, by which a reader of packages knows one. */
const first = ['extension.vsixmanifest', '[Content_Types].xml'];

/** An ordinary file that its owner writes and all read, in the upper half as Unix has it. */
const attributes = 0o100644 << 16;

/**
 * The same package with nothing of the machine that packed it: vsce takes the order of entries from the file system,
 * modes from the umask, times from the clock or the time zone, and lets the zlib of the running Node compress.
 * @param seconds since 1970, what every entry gets as its time
 */
export function sameBytes(vsix: Uint8Array, seconds: number): Uint8Array {
  const entries = Object.entries(unzipSync(vsix));
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const files: Zippable = {};
  for (const [name, bytes] of entries)
    files[name] = name === '[Content_Types].xml' ? strToU8(sortedTypes(strFromU8(bytes))) : bytes;
  return zipSync(files, { level: 9, os: 3, attrs: attributes >>> 0, mtime: asLocal(seconds) });
}

/** Types stand in the order in which vsce met the files. */
function sortedTypes(xml: string): string {
  const types = xml.match(/<Default [^>]*\/>/g) ?? [];
  return xml.replace(types.join(''), [...types].sort().join(''));
}

/** Entries of a zip have a local time without a zone. A date whose local time is the UTC one is the same everywhere. */
function asLocal(seconds: number): Date {
  const utc = new Date(seconds * 1000);
  return new Date(
    ...([utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()] as const),
    ...([utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds()] as const),
  );
}
