import { type Query, type SceneBar, type Timeline } from '../../../protocol/views/batchView';
import { bounds } from '../../../protocol/bounds';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { sceneView } from '../../profile/profileView';
import { rowsInStep, type Steps } from '../../steps';
import { conditions } from './conditions';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';
import { timelineOf } from './timeline';

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
export function* filterRows(facts: RowFacts, query: Query, tagNames: TagNames): Steps<Filtered> {
  const outcomes = outcomeKinds.map(kind => query.outcomes.length === 0 || query.outcomes.includes(kind));
  const scenes = facts.scenes.map(({ code }) => query.scenes.length === 0 || query.scenes.includes(code));
  const others = conditions(facts, query, tagNames);
  const { from, to } = query.period ?? { from: -Infinity, to: Infinity };

  const { length } = facts.openids;
  const passed = new Uint32Array(length);
  const times = new Float64Array(length);
  const counts = new Uint32Array(facts.scenes.length);
  let [passing, timed] = [0, 0];
  for (let row = 0; row < length; row++) {
    if (row % rowsInStep === 0) yield;
    if (!outcomes[facts.outcomes[row] ?? 0]) continue;
    const sceneIndex = facts.sceneOf[row] ?? 0;
    const time = facts.followedAt[row] ?? NaN;
    const inScene = scenes[sceneIndex] ?? false;
    const inPeriod = query.period === undefined || (time >= from && time < to);
    if ((!inScene && !inPeriod) || !others.every(holds => holds(row))) continue;
    if (inPeriod) counts[sceneIndex] = (counts[sceneIndex] ?? 0) + 1;
    if (inScene) times[timed++] = time;
    if (inScene && inPeriod) passed[passing++] = row;
  }
  return {
    rows: passed.slice(0, passing),
    scenes: sceneBars(facts, counts, query),
    timeline: yield* timelineOf(times.subarray(0, timed)),
  };
}

/** The most frequent first; a chosen scene stays even when the other filters leave nothing of it. */
function sceneBars(facts: RowFacts, counts: Uint32Array, query: Query): SceneBar[] {
  return facts.scenes
    .map((scene, index) => ({ ...sceneView(scene), count: counts[index] ?? 0 }))
    .filter(({ code, count }) => (code !== '' && count > 0) || query.scenes.includes(code))
    .sort((a, b) => b.count - a.count)
    .slice(0, bounds.scenes);
}
