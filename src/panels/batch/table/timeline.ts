import { type Timeline, timelineUnits } from '../../../protocol/views/batchView';
import { rowsInStep, type Steps } from '../../steps';

type Unit = Timeline['unit'];

const beijing = 8 * 3600;
const daySeconds = 86_400;
/** Chosen by eye: more bars than this are too thin to click in half a screen. */
const mostBins = 60;
/** WeChat began in 2011. Times outside are nonsense that would squeeze all others into one bar. */
const earliest = startOf(2011);
const latest = startOf(2100);

/** Sorts follow times (unix seconds; NaN is left out) into the finest bins that are still readable. */
export function* timelineOf(times: ArrayLike<number>): Steps<Timeline | undefined> {
  let [first, last] = [Infinity, -Infinity];
  for (let at = 0; at < times.length; at++) {
    const time = times[at] ?? NaN;
    if (!isValid(time)) continue;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (first > last) return undefined;
  const unit = timelineUnits.find(candidate => countBins(first, last, candidate) <= mostBins) ?? 'year';
  const edges = edgesOf(first, last, unit);
  const counts = new Uint32Array(edges.length - 1);
  for (let at = 0; at < times.length; at++) {
    if (at % rowsInStep === 0) yield;
    const time = times[at] ?? NaN;
    if (!isValid(time)) continue;
    const bin = binOf(time, edges);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const bins = edges
    .slice(0, -1)
    .map((from, bin) => ({ from, to: edges[bin + 1] ?? from, count: counts[bin] ?? 0 }));
  return { unit, bins };
}

function isValid(time: number): boolean {
  return time >= earliest && time < latest;
}

/** Up to one more than is wanted, since it only has to be told apart from enough. */
function countBins(first: number, last: number, unit: Unit): number {
  let count = 0;
  for (let edge = floor(first, unit); edge <= last && count <= mostBins; edge = next(edge, unit)) count++;
  return count;
}

function edgesOf(first: number, last: number, unit: Unit): number[] {
  const edges = [floor(first, unit)];
  for (let edge = floor(first, unit); edge <= last;) edges.push((edge = next(edge, unit)));
  return edges;
}

function binOf(time: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Infinity) <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** The beginning of the day, week (Monday), month … that a moment is in, in Beijing, which has no summer time. */
function floor(time: number, unit: Unit): number {
  const date = new Date((time + beijing) * 1000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return startOf(year, month, date.getUTCDate());
    case 'week':
      return startOf(year, month, date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    case 'month':
      return startOf(year, month);
    case 'quarter':
      return startOf(year, month - (month % 3));
    case 'year':
      return startOf(year);
  }
}

function next(edge: number, unit: Unit): number {
  const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[unit];
  return floor(edge + longest * daySeconds, unit);
}

function startOf(year: number, month = 0, day = 1): number {
  return Date.UTC(year, month, day) / 1000 - beijing;
}
