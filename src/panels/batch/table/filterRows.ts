import { type Query, type SceneBar, type Timeline } from '../../../protocol/batchView';
import { bounds } from '../../../protocol/bounds';
import { outcomeKinds } from '../../../protocol/profileView';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';
import { timelineOf } from './timeline';
import { sceneView } from '../../profile/profileView';

export interface Filtered {
  /** Rows that pass every filter, in the order of the list. */
  readonly rows: Uint32Array;
  readonly scenes: SceneBar[];
  readonly timeline: Timeline | undefined;
}

/**
 * Applies the filters of a query in one pass. Each chart counts the rows that pass all filters but its own, so
 * that it keeps offering what could be chosen instead.
 */
export function filterRows(facts: RowFacts, query: Query, tagNames: TagNames): Filtered {
  const outcomes = outcomeKinds.map(kind => query.outcomes.length === 0 || query.outcomes.includes(kind));
  const scenes = facts.scenes.map(({ code }) => query.scenes.length === 0 || query.scenes.includes(code));
  const hasText = textFilter(facts, query.text, tagNames);
  const { from, to } = query.period ?? { from: -Infinity, to: Infinity };

  const passed: number[] = [];
  const counts = new Uint32Array(facts.scenes.length);
  const times: number[] = [];
  for (let row = 0; row < facts.openids.length; row++) {
    const sceneIndex = facts.sceneOf[row] ?? 0;
    const time = facts.followedAt[row] ?? NaN;
    if (!outcomes[facts.outcomes[row] ?? 0]) continue;
    const inScene = scenes[sceneIndex] ?? false;
    const inPeriod = query.period === undefined || (time >= from && time < to);
    if ((!inScene && !inPeriod) || !hasText(row)) continue;
    if (inPeriod) counts[sceneIndex] = (counts[sceneIndex] ?? 0) + 1;
    if (inScene) times.push(time);
    if (inScene && inPeriod) passed.push(row);
  }
  return {
    rows: Uint32Array.from(passed),
    scenes: sceneBars(facts, counts, query),
    timeline: timelineOf(times),
  };
}

/** Case does not matter; scenes and tags are found by name and by code. */
function textFilter(facts: RowFacts, text: string, tagNames: TagNames): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return () => true;
  const has = (value: string | undefined) => value !== undefined && value.toLowerCase().includes(wanted);
  const scenes = facts.scenes.map(({ code, label }) => has(code) || has(label));
  const tags = new Set([...tagNames].filter(([, name]) => has(name)).map(([id]) => id));
  const hasTag = (id: number) => tags.has(id) || (!tagNames.has(id) && has(String(id)));
  return row =>
    has(facts.openids[row]) ||
    has(facts.unionids[row]) ||
    has(facts.remarks[row]) ||
    has(facts.qrScenes[row]) ||
    (scenes[facts.sceneOf[row] ?? 0] ?? false) ||
    (facts.tagIds[row]?.some(hasTag) ?? false);
}

/** The most frequent first; a chosen scene stays even when the other filters leave nothing of it. */
function sceneBars(facts: RowFacts, counts: Uint32Array, query: Query): SceneBar[] {
  return facts.scenes
    .map((scene, index) => ({ ...sceneView(scene), count: counts[index] ?? 0 }))
    .filter(({ code, count }) => (code !== '' && count > 0) || query.scenes.includes(code))
    .sort((a, b) => b.count - a.count)
    .slice(0, bounds.scenes);
}
