import { type Pace, type Work } from '../json/work';

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
const [narrowest, widest] = [40, 400] as const;
/** Lines are but looked through, which takes a fourth of the time that reading does. */
const quickness = 2;

/**
 * The text with lines put together that a console broke at its edge, in the middle of names and values: two lines or more
 * of one width, and what is left in the next, where an object began that has not ended. One line alone may be a line
 * feed that a person typed. The very text where nothing is so.
 */
export function* unwrapped(text: string, pace: Pace): Work<string> {
  const pieces: string[] = [];
  let from = 0;
  for (let start = 0; start < text.length;) {
    const end = endOfLine(text, start);
    const block = end - start < narrowest ? [] : fullLines(text, start, end);
    const last = block.at(-1) ?? end;
    if (isBroken(text, start, block))
      for (const each of block) {
        pieces.push(text.slice(from, text[each - 1] === '\r' ? each - 1 : each));
        from = each + 1;
      }
    if (pace.isRestDue((last + 1 - start) >> quickness)) yield;
    start = last + 1;
  }
  return from === 0 ? text : pieces.join('') + text.slice(from);
}

/** Where the lines end, from this one on, that fill one width and leave an object open. */
function fullLines(text: string, start: number, end: number): readonly number[] {
  let depth = depthOf(text, start, end);
  const width = depth > 0 ? columns(text, start, end) : 0;
  const ends: number[] = [];
  if (width < narrowest || width > widest) return ends;
  for (let [from, until] = [start, end]; depth > 0 && until < text.length; until = endOfLine(text, from)) {
    if (!isFull(text, from, until, width)) break;
    ends.push(until);
    from = until + 1;
    depth += depthOf(text, from, endOfLine(text, from));
  }
  return ends;
}

/** Whether such lines are one: at some place a word goes on in the next, and the last of it is no longer than they are. */
function isBroken(text: string, start: number, ends: readonly number[]): boolean {
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || ends.length < 2) return false;
  const rest = columns(text, last + 1, endOfLine(text, last + 1));
  return rest <= columns(text, start, first) && ends.some(each => isInWord(text, each));
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** A wide character that did not fit leaves a column free. */
function isFull(text: string, start: number, end: number, width: number): boolean {
  const missing = width - columns(text, start, end);
  return missing === 0 || (missing === 1 && (text[end + 1] ?? '').search(wide) === 0);
}

function columns(text: string, start: number, end: number): number {
  if (end - start > widest) return end - start;
  const line = text.slice(start, end).replace(/\r$/, '');
  return line.length + (line.match(wide)?.length ?? 0);
}

/** How many more objects begin in a line than end. */
function depthOf(text: string, start: number, end: number): number {
  if (end - start > widest) return 0;
  let depth = 0;
  const line = text.slice(start, end);
  if (!line.includes('{') && !line.includes('}')) return depth;
  for (let at = start; at < end; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
  }
  return depth;
}

function isInWord(text: string, end: number): boolean {
  const last = text[end - 1] === '\r' ? text[end - 2] : text[end - 1];
  return /[\w-]/.test(last ?? '') && /[\w-]/.test(text[end + 1] ?? '');
}
