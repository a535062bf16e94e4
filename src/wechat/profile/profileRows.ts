import { isRawProfile, type RawProfile } from '../api/answers';
import { hasLongInteger } from '../json/longInteger';
import { tryJson } from '../json/parseAnswer';

/** The rows of an answer. */
export interface ProfileRows extends ReadonlyArray<RawProfile> {
  /** The rows as WeChat wrote them, each on a line of its own, in UTF-8; missing where they cannot be cut apart. */
  readonly lines?: Buffer | undefined;
}

const name = Buffer.from('"user_info_list":');
const before = Buffer.from('{"user_info_list":[{');
const between = Buffer.from('},{');
const after = Buffer.from('}]}');
const lineFeed = 0x0a;

/** Whether a body begins and ends as a list of profiles does, and as no refusal. */
function looksLikeProfileRows(body: Buffer): boolean {
  const [head, tail] = [body.subarray(0, before.length), body.subarray(-after.length)];
  return head.equals(before) && tail.equals(after);
}

/**
 * Reads a batchget answer as WeChat writes it, nothing but the list; `undefined` for any other. The body is cut
 * into lines where it stands, and is of no use afterwards.
 */
export function readProfileRows(body: Buffer): ProfileRows | undefined {
  if (!looksLikeProfileRows(body) || body.lastIndexOf(name) > 1) return undefined;
  const text = body.toString();
  if (hasLongInteger(text)) return undefined;
  const answer = tryJson(text);
  if (!isNothingButList(answer)) return undefined;
  const rows = answer.user_info_list.filter(isRawProfile);
  const lines = rows.length === answer.user_info_list.length ? linesOf(body, rows.length) : undefined;
  return Object.assign(rows, { lines });
}

function isNothingButList(answer: unknown): answer is { readonly user_info_list: readonly unknown[] } {
  return typeof answer === 'object' && answer !== null && Object.keys(answer).length === 1;
}

/**
 * Who writes the list's beginning and end without white space writes `},{` between its rows. Where that stands
 * exactly as often as rows meet, it stands nowhere else: neither in a text nor deeper down.
 */
function linesOf(body: Buffer, rows: number): Buffer | undefined {
  if (body.includes(lineFeed)) return undefined;
  let met = 0;
  for (let at = body.indexOf(between); at >= 0; at = body.indexOf(between, at + 1)) {
    body[at + 1] = lineFeed;
    met++;
  }
  const lines = body.subarray(before.length - 1, -1);
  lines[lines.length - 1] = lineFeed;
  return met === rows - 1 ? lines : undefined;
}
