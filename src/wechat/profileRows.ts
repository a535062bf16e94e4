import { isRawProfile, type RawProfile } from './answers';
import { hasLongInteger } from './longInteger';
import { tryJson } from './parseAnswer';

/** The rows of an answer. `texts`, where it is there, holds the JSON of each as WeChat wrote it, without line feeds. */
export interface ProfileRows extends ReadonlyArray<RawProfile> {
  readonly texts?: readonly string[];
}

const before = '{"user_info_list":[';
const between = '},{';
const after = '}]}';

/**
 * Reads a batchget answer as WeChat writes it, compact and nothing but the list; `undefined` for any other.
 *
 * The list is cut wherever `},{` stands. If each piece is JSON, the pieces are the rows, for the whole then reads
 * as the list of them and JSON has but one reading; a cut inside a text or deeper down leaves a piece that is none.
 */
export function readProfileRows(text: string): ProfileRows | undefined {
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  if (text.includes('\n') || hasLongInteger(text)) return undefined;
  const rows: RawProfile[] = [];
  const texts: string[] = [];
  const end = text.length - after.length + 1;
  for (let start = before.length; start < end;) {
    const cut = text.indexOf(between, start);
    const piece = text.slice(start, cut < 0 ? end : cut + 1);
    const row = tryJson(piece);
    if (row === undefined) return undefined;
    if (isRawProfile(row)) {
      rows.push(row);
      texts.push(piece);
    }
    start += piece.length + 1;
  }
  return Object.assign(rows, { texts });
}
