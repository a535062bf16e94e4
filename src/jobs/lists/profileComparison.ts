import { env, l10n } from 'vscode';

import { type Names } from '../../accounts';
import { type Batch } from '../../batch';
import {
  type ComparedField,
  type ComparedProfile,
  type ComparedRow,
  compareProfiles,
  type ExportedChange,
  type PersonChange,
  sourceOf,
} from '../../lists';
import { type ComparedPart, type ComparedRowView } from '../../protocol/views/comparisonView';
import { timeText } from '../../ui/texts/formats';
import { decodeProfile, displayLanguage } from '../../wechat';
import { type Compared } from './compared';
import { partView } from './shownSides';

/** Who came, left and stayed between two batches, and what changed of those who stayed. */
export async function profileComparison(
  earlier: Batch,
  later: Batch,
  tagNames: Names | undefined,
  signal: AbortSignal,
): Promise<Compared> {
  const { counts, fields, people } = await compareProfiles(rowsOf(earlier), rowsOf(later), signal);
  const of = new Map<ComparedPart, PersonChange[]>();
  for (const person of people) {
    const list = of.get(person.kind) ?? [];
    list.push(person);
    of.set(person.kind, list);
  }
  const view = (part: Exclude<ComparedPart, 'stayed'>) =>
    partView(part, counts[part], of.get(part)?.length ?? 0);
  const known = [view('came'), view('left'), view('changed')];
  const oneSided = [view('onlyBefore'), view('onlyAfter')].filter(({ count }) => count > 0);
  const rowOf = (person: PersonChange): ComparedRowView => ({
    openid: person.openid,
    changes: person.kind === 'changed' ? person.changes.map(change => changeText(change, tagNames)) : [],
  });
  return {
    parts: [...known, partView('stayed', counts.unchanged, 0), ...oneSided],
    fields: entriesOf(fields)
      .filter(([, count]) => count > 0)
      .map(([field, count]) => ({ label: fieldLabel(field), count })),
    rows: (part, from, count) => (of.get(part) ?? []).slice(from, from + count).map(rowOf),
    exported(part) {
      if (part === 'changed') return { kind: 'changes', changes: changesOf(of.get(part) ?? [], tagNames) };
      if (part === 'stayed') return { kind: 'openids', source: sourceOf(unchanged(later, people)) };
      return { kind: 'openids', source: sourceOf((of.get(part) ?? []).map(({ openid }) => openid)) };
    },
  };
}

function* rowsOf(batch: Batch): Iterable<ComparedRow> {
  const language = displayLanguage(env.language);
  for (let index = 0; index < batch.openids.length; index++) {
    const outcome = batch.outcomeAt(index);
    if (!outcome) continue;
    const { kind, openid } = outcome;
    if (kind !== 'following') {
      yield { openid, kind: kind === 'notFollowing' || kind === 'invalid' ? 'notFollowing' : 'unknown' };
      continue;
    }
    const { scene, remark, tagIds, unionid, subscribeTime } = decodeProfile(outcome.profile, { language });
    const profile = { scene: scene?.code, remark, tagIds, unionid, followedAt: subscribeTime };
    yield { openid, kind, profile };
  }
}

/** Who follows in the later batch and is none of the others. */
function* unchanged(later: Batch, people: readonly PersonChange[]): Iterable<string> {
  const others = new Set(people.map(({ openid }) => openid));
  for (const row of rowsOf(later)) {
    if (row.kind === 'following' && !others.has(row.openid)) yield row.openid;
  }
}

function* changesOf(people: readonly PersonChange[], names: Names | undefined): Iterable<ExportedChange> {
  for (const person of people) {
    if (person.kind !== 'changed') continue;
    for (const { field, before, after } of person.changes)
      yield {
        openid: person.openid,
        field,
        before: valueText(field, before, names),
        after: valueText(field, after, names),
      };
  }
}

type Change = Extract<PersonChange, { kind: 'changed' }>['changes'][number];

function changeText({ field, before, after }: Change, names: Names | undefined) {
  const shown = (value: ComparedProfile[ComparedField]) => valueText(field, value, names) || l10n.t('none');
  return { field: fieldLabel(field), before: shown(before), after: shown(after) };
}

function valueText(
  field: ComparedField,
  value: ComparedProfile[ComparedField],
  names: Names | undefined,
): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.map(id => names?.get(id) ?? String(id)).join(', ');
  if (field === 'followedAt' && typeof value === 'number') return timeText(value * 1000);
  if (field !== 'scene') return String(value);
  const raw = { openid: '', subscribe_scene: value };
  const label = decodeProfile(raw, { language: displayLanguage(env.language) }).scene?.label;
  return label ?? String(value);
}

function fieldLabel(field: ComparedField): string {
  switch (field) {
    case 'scene':
      return l10n.t('Scene');
    case 'remark':
      return l10n.t('Remark');
    case 'tagIds':
      return l10n.t('Tags');
    case 'unionid':
      return l10n.t('UnionID');
    case 'followedAt':
      return l10n.t('Followed at');
  }
}

function entriesOf(fields: Readonly<Record<ComparedField, number>>): [ComparedField, number][] {
  return Object.entries(fields) as [ComparedField, number][];
}
