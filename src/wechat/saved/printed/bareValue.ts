import { type Frame } from './frame';
import { nameAt } from './names';

const stop = /\s+|[,;)\]}]/g;
const closers = { '{': '}', '[': ']', '(': ')' } as const;
const comment = /\s(?:\/\/|#|\/\*)[^\n]*$/;
/** How far a value may go on behind a bracket that could have ended it. */
const sameLine = 4000;

/** A value without quotes, and where it ends. */
export interface BareValue {
  readonly text: string;
  readonly end: number;
}

/**
 * Reads a value that stands without quotes beside its name: it ends where the next name or the end of the bracket
 * does, whatever people typed into it. `isInner`: the bracket stands in another.
 */
export function bareValueAt(text: string, start: number, frame: Frame, isInner: boolean): BareValue {
  stop.lastIndex = start;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const { index } = match;
    const isEnd =
      match[0] === ',' || match[0] === ';'
        ? endsAtComma(text, index, frame)
        : match[0].trim() === ''
          ? endsAtBlank(text, index, stop.lastIndex, frame)
          : (frame.form !== 'listed' || frame.separator === '=') &&
            match[0] === closers[frame.bracket] &&
            (isInner || !goesOn(text, index, frame));
    if (isEnd) return { text: text.slice(start, index).trim().replace(comment, ''), end: index };
  }
  return { text: text.slice(start).trim(), end: text.length };
}

/** Objective-C and PowerShell have a semicolon in its place, behind what an equals sign sets. */
function endsAtComma(text: string, comma: number, frame: Frame): boolean {
  const next = afterBlanks(text, comma + 1);
  if (text[comma] === ';')
    return frame.separator === '=' && (text[next] === '}' || nameAt(text, next)?.separator === '=');
  return isNext(text, next, frame) || text[next] === closers[frame.bracket] || text[next] === '.';
}

function endsAtBlank(text: string, start: number, end: number, frame: Frame): boolean {
  const hasLineEnd = text.slice(start, end).includes('\n');
  if (frame.byComma === true && !hasLineEnd) return false;
  if (isNext(text, end, frame)) return true;
  const next = text[end];
  return (hasLineEnd || frame.form === 'listed') && (next === undefined || next === closers[frame.bracket]);
}

/** A bracket that somebody typed: the object goes on behind it, and its own end comes later in the line. */
function goesOn(text: string, closer: number, frame: Frame): boolean {
  if (text[closer] !== ')') return false;
  const next = /^\)+,\s{0,8}/.exec(text.slice(closer, closer + 40));
  if (!next || !isNext(text, closer + next[0].length, frame)) return false;
  const line = text.slice(closer + next[0].length, closer + sameLine).split('\n', 1)[0] ?? '';
  return line.includes(')');
}

function isNext(text: string, place: number, { form, separator }: Frame): boolean {
  return nameAt(text, place, form)?.separator === separator;
}

/** No more than the white space of a line's end and the indentation of the next. */
function afterBlanks(text: string, place: number): number {
  const until = place + 200;
  while (place < until && /\s/.test(text[place] ?? '')) place++;
  return place;
}
