import { setImmediate as turn } from 'node:timers/promises';

import { cleanOpenid } from '../../openids';
import { freeNames } from '../freeNames';
import { NotEnrichable } from '../notEnrichable';
import { type Addition, type Place, type Reading } from '../place';
import { type KeyedOpenids, KeyGathering } from './keyedOpenids';
import { insertionInto } from './objectStyle';
import { type FoundString, ObjectWalk } from './objectWalk';

const objectsATurn = 2000;
const linesATurn = 1000;

/**
 * A JSON text, with comments or not. Properties are added to the objects that hold an openid, and nothing else is
 * touched. Where the text is one JSON value a line, as exports of databases are, it is read so.
 *
 * @throws NotEnrichable
 */
export async function readJson(text: string): Promise<Reading> {
  if (text.trim() === '') throw new NotEnrichable('empty');
  const gathering = new KeyGathering();
  const faultAt = new ObjectWalk().walk(text, 0, found => gathering.add(found));
  if (faultAt === undefined) return readingOf(text, gathering, 0);
  const { lines, unreadable, gathering: byLine } = await gatherLines(text);
  if (lines < 2 || unreadable > 0) throw new NotEnrichable('invalidJson', lineOf(text, faultAt));
  return readingOf(text, byLine, 0);
}

/**
 * One JSON value a line; a line that is none stays as it is, and is counted.
 *
 * @throws NotEnrichable
 */
export async function readJsonLines(text: string): Promise<Reading> {
  if (text.trim() === '') throw new NotEnrichable('empty');
  const { lines, unreadable, gathering } = await gatherLines(text);
  // A whole JSON text under the name of the other kind.
  if (unreadable > 0 && unreadable === lines) return readJson(text);
  return readingOf(text, gathering, unreadable);
}

async function gatherLines(
  text: string,
): Promise<{ readonly lines: number; readonly unreadable: number; readonly gathering: KeyGathering }> {
  const gathering = new KeyGathering();
  const walk = new ObjectWalk();
  let lines = 0;
  let unreadable = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(start, next);
    if (line.trim() !== '') {
      lines++;
      const ofLine: FoundString[] = [];
      const faultAt = walk.walk(line, start, found => void ofLine.push(found));
      if (faultAt === undefined) for (const found of ofLine) gathering.add(found);
      else unreadable++;
      if (lines % linesATurn === 0) await turn();
    }
    start = next;
  }
  return { lines, unreadable, gathering };
}

function readingOf(text: string, gathering: KeyGathering, unreadable: number): Reading {
  const found = gathering.found();
  if (found.length > 0) return { places: found.map(each => placeOf(text, each)), unreadable };
  if (gathering.hasItems) throw new NotEnrichable('list');
  throw new NotEnrichable(gathering.namesUnionid ? 'onlyUnionids' : 'noOpenids');
}

function placeOf(text: string, keyed: KeyedOpenids): Place {
  return {
    name: keyed.key,
    samples: keyed.samples,
    openids: () => Promise.resolve(keyed.holders.map(({ value }) => value)),
    enriched: addition => enriched(text, keyed, addition),
  };
}

async function* enriched(
  text: string,
  { holders, siblings }: KeyedOpenids,
  addition: Addition,
): AsyncGenerator<string> {
  const names = freeNames(addition.names, siblings);
  // An object within another ends first.
  const inOrder = [...holders].sort((a, b) => a.object.end - b.object.end);
  let copied = 0;
  let piece = '';
  for (const [index, { value, object }] of inOrder.entries()) {
    const values = addition.valuesOf(cleanOpenid(value).openid);
    if (values) {
      const { at, text: inserted } = insertionInto(text, object, names, values);
      piece += text.slice(copied, at) + inserted;
      copied = at;
    }
    if ((index + 1) % objectsATurn !== 0) continue;
    yield piece;
    piece = '';
    await turn();
  }
  yield piece + text.slice(copied);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
