import { setImmediate as breathe } from 'node:timers/promises';

/** What of a person is compared. A field that the answer did not have is undefined. */
export interface ComparedProfile {
  readonly scene?: string | undefined;
  readonly remark?: string | undefined;
  readonly tagIds?: readonly number[] | undefined;
  readonly unionid?: string | undefined;
  /** Unix seconds. */
  readonly followedAt?: number | undefined;
}

/** A person of a batch. `unknown`: failed or not asked yet, from which nothing follows. */
export type ComparedRow =
  | { readonly openid: string; readonly kind: 'following'; readonly profile: ComparedProfile }
  | { readonly openid: string; readonly kind: 'notFollowing' | 'unknown' };

export const comparedFields = ['scene', 'remark', 'tagIds', 'unionid', 'followedAt'] as const;
/** A field of a profile by which two batches are compared. */
export type ComparedField = (typeof comparedFields)[number];

export interface FieldChange {
  readonly field: ComparedField;
  readonly before: ComparedProfile[ComparedField];
  readonly after: ComparedProfile[ComparedField];
}

/**
 * What became of a person between two batches. `onlyBefore` and `onlyAfter`: follows in one, and the other did not ask
 * for them or has no answer, so that nobody knows whether they came or left.
 */
export type PersonChange =
  | { readonly kind: 'came' | 'left' | 'onlyBefore' | 'onlyAfter'; readonly openid: string }
  | { readonly kind: 'changed'; readonly openid: string; readonly changes: readonly FieldChange[] };

/** What changed of whom between two batches of one account. */
export interface ProfileComparison {
  readonly counts: Readonly<Record<PersonChange['kind'] | 'unchanged' | 'neither', number>>;
  /** How many people each field changed of. */
  readonly fields: Readonly<Record<ComparedField, number>>;
  /** Up to a million; the counts are of all. */
  readonly people: readonly PersonChange[];
}

const mostRows = 1_000_000;
const rowsAtOnce = 5_000;

/** Compares two batches of one account, person by person and field by field. */
export async function compareProfiles(
  earlier: Iterable<ComparedRow>,
  later: Iterable<ComparedRow>,
  signal?: AbortSignal,
): Promise<ProfileComparison> {
  const before = new Map<string, ComparedRow>();
  for await (const row of breathing(earlier, signal)) before.set(row.openid, row);
  const counts = { came: 0, left: 0, onlyBefore: 0, onlyAfter: 0, changed: 0, unchanged: 0, neither: 0 };
  const fields = { scene: 0, remark: 0, tagIds: 0, unionid: 0, followedAt: 0 };
  const people: PersonChange[] = [];
  const note = (change: PersonChange) => {
    counts[change.kind]++;
    if (people.length < mostRows) people.push(change);
  };
  const compare = (openid: string, was: ComparedRow | undefined, is: ComparedRow | undefined) => {
    if (was?.kind === 'following' && is?.kind === 'following') {
      const changes = changesOf(was.profile, is.profile);
      for (const { field } of changes) fields[field]++;
      if (changes.length > 0) note({ kind: 'changed', openid, changes });
      else counts.unchanged++;
    } else if (is?.kind === 'following') note({ kind: known(was) ? 'came' : 'onlyAfter', openid });
    else if (was?.kind === 'following') note({ kind: known(is) ? 'left' : 'onlyBefore', openid });
    else counts.neither++;
  };
  const compared = new Set<string>();
  for await (const row of breathing(later, signal)) {
    if (compared.has(row.openid)) continue;
    compared.add(row.openid);
    compare(row.openid, before.get(row.openid), row);
    before.delete(row.openid);
  }
  for await (const row of breathing(before.values(), signal)) compare(row.openid, row, undefined);
  return { counts, fields, people };
}

function known(row: ComparedRow | undefined): boolean {
  return row !== undefined && row.kind !== 'unknown';
}

function changesOf(before: ComparedProfile, after: ComparedProfile): FieldChange[] {
  return comparedFields.flatMap(field =>
    isSame(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** Tags are a set, whose order means nothing; an empty text says as much as none. */
function isSame(before: ComparedProfile[ComparedField], after: ComparedProfile[ComparedField]): boolean {
  if (typeof before === 'object' || typeof after === 'object') {
    const [one, other] = [new Set(listOf(before)), new Set(listOf(after))];
    return one.size === other.size && [...one].every(id => other.has(id));
  }
  return (before ?? '') === (after ?? '');
}

function listOf(value: ComparedProfile[ComparedField]): readonly number[] {
  return typeof value === 'object' ? value : [];
}

async function* breathing<T>(rows: Iterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  let count = 0;
  for (const row of rows) {
    yield row;
    if (++count % rowsAtOnce !== 0) continue;
    await breathe();
    signal?.throwIfAborted();
  }
}
