import { type ExportRecord } from '../batch';
import { type Value } from './place';

/** What can be added of a profile, by the names of the export. */
export const profileColumns = [
  'outcome',
  'followed_at',
  'scene',
  'subscribe_scene',
  'unionid',
  'tags',
  'remark',
  'qr_scene',
  'fetched_at',
] as const;

export type ProfileColumn = (typeof profileColumns)[number];

export function isProfileColumn(name: unknown): name is ProfileColumn {
  return profileColumns.some(column => column === name);
}

export function valueOf(column: ProfileColumn, record: ExportRecord): Value {
  switch (column) {
    case 'outcome':
      return record.outcome;
    case 'followed_at':
      return record.followedAt;
    case 'scene':
      return record.scene;
    case 'subscribe_scene':
      return plain(record.raw?.['subscribe_scene']);
    case 'unionid':
      return record.unionid;
    case 'tags':
      return record.tags;
    case 'remark':
      return plain(record.raw?.['remark']);
    case 'qr_scene':
      return qrScene(record);
    case 'fetched_at':
      return record.fetchedAt;
  }
}

/** A code with parameters has a number or a text; 0 stands for no number. */
function qrScene({ raw }: ExportRecord): Value {
  const text = plain(raw?.['qr_scene_str']);
  if (text !== undefined && text !== '') return text;
  const number = plain(raw?.['qr_scene']);
  return number === 0 || number === '0' ? undefined : number;
}

function plain(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
