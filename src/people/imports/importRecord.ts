import * as v from 'valibot';
import { leftOutReasons } from '../pairs/pairRow';
import { ImportError } from './importError';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const record = v.object({
  version: v.literal(1),
  name: v.string(),
  // Where the rows came from, in words for people.
  source: v.string(),
  // Unix milliseconds.
  at: v.number(),
  // AppIDs of the accounts whose openids it holds; their number in a row is a place in this list.
  accounts: v.array(v.string()),
  // Names of business keys.
  keys: v.array(v.string()),
  counts: v.object({
    // Of the table, without its head.
    rows: count,
    // With a unionid and at least one openid.
    pairs: count,
    // With an openid, and no unionid.
    withoutUnionid: count,
    // By reason.
    leftOut: v.record(v.picklist(leftOutReasons), count),
  }),
  // The length of the file of rows.
  bytes: count,
});

export type ImportRecord = Omit<v.InferOutput<typeof record>, 'version'>;
/**
 * `rows` of the table, without its head · `pairs` with a unionid and at least one openid · `withoutUnionid` with an
 * openid alone · `leftOut` by reason.
 */
export type ImportCounts = ImportRecord['counts'];

export function recordText(content: ImportRecord): string {
  return `${JSON.stringify({ version: 1, ...content })}\n`;
}

/** @throws {ImportError} `tooNew`, `damaged` */
export function readRecord(text: string): ImportRecord {
  const json = jsonOf(text);
  const version = v.safeParse(v.object({ version: v.number() }), json);
  if (version.success && version.output.version > 1) throw new ImportError('tooNew');
  const read = v.safeParse(record, json);
  if (!read.success) throw new ImportError('damaged');
  const { name, source, at, accounts, keys, counts, bytes } = read.output;
  return { name, source, at, accounts, keys, counts, bytes };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
