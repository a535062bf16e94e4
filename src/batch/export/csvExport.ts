import { type RawProfile } from '../../wechat';
import { bom, csvLines } from './csvLines';
import { type ExportRecord } from './exportRecord';

/** WeChat's own keys; the columns hold what it sent. */
const rawKeys = [
  'subscribe',
  'subscribe_time',
  'subscribe_scene',
  'qr_scene',
  'qr_scene_str',
  'remark',
  'groupid',
  'tagid_list',
  'language',
] as const;

const columns: readonly (readonly [name: string, value: (record: ExportRecord) => unknown])[] = [
  ['openid', record => record.openid],
  ['outcome', record => record.outcome],
  ['unionid', record => record.unionid],
  ['followed_at', record => record.followedAt],
  ['scene', record => record.scene],
  ['tags', record => record.tags?.join(', ')],
  ['language_name', record => record.language],
  ['fetched_at', record => record.fetchedAt],
  ['to_ask_again', record => record.toAskAgain],
  ['error_code', record => record.problem?.code],
  ['error_message', record => record.problem?.message],
  ['error_explained', record => record.problem?.explanation],
  ...rawKeys.map(key => [key, (record: ExportRecord) => record.raw?.[key]] as const),
  ['other_fields', record => record.raw && otherFields(record.raw)],
];

const elsewhere: ReadonlySet<string> = new Set<string>(['openid', 'unionid', ...rawKeys]);

export function csvHeader(): string {
  return bom + csvLines([columns.map(([name]) => name)]);
}

export function csvRows(records: readonly ExportRecord[]): string {
  return csvLines(records.map(record => columns.map(([, value]) => cell(value(record)))));
}

function otherFields(raw: RawProfile): Record<string, unknown> | undefined {
  const others = Object.entries(raw).filter(([key]) => !elsewhere.has(key));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** Numbers as text too: a negative one begins like a formula. */
function cell(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
