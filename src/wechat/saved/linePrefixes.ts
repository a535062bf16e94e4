import { type Pace, type Work } from '../json/work';

/** Without one of these there is no answer to be found. */
const answerName = /open_?id|err_?code|subscribe/i;
/** Signs of comments, quotations, lists and diffs. */
const sign = /^\s*(?:(?:\*|\/\/+!?|#+|>|\||\+|-)(?:\s+|$)|[>+-]+(?=[\s"'{}[\]]))+/;
/** What stands behind a prefix is part of an object, and no separator that would make the prefix a name. */
const isPart = /^\s*(?:["'{}[\](),\w$:.\\]|$)/;
const isSeparator = /^\s*(?:=|:\s|,)/;
/** Characters of a line in which its prefix ends. */
const longest = 200;

/**
 * The text without what stands before each line: a comment's stars, a diff's signs, line numbers, a log's stamps, the
 * name of a container. That is what neighbouring lines have in common, whatever its digits are. Undefined where no
 * line has such a thing.
 */
export function* withoutPrefixes(text: string, pace: Pace): Work<string | undefined> {
  if (!answerName.test(text)) return undefined;
  let plain = '';
  let isChanged = false;
  let [line, from, above] = [lineAt(text, 0), 0, 0];
  while (from <= text.length) {
    const next = from + line.length + 1;
    const after = lineAt(text, next);
    const [below, nextAbove] = commonPrefix(line, after);
    const length = prefixLength(line, Math.max(above, below));
    isChanged ||= length > 0;
    plain += `${line.slice(length)}\n`;
    if (pace.isRestDue(line.length + 1)) yield;
    [line, from, above] = [after, next, nextAbove];
  }
  return isChanged ? plain : undefined;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

function prefixLength(line: string, common: number): number {
  const shared = ownPrefix(line, common);
  const length = shared + (sign.exec(line.slice(shared, shared + longest))?.[0].length ?? 0);
  return isPart.test(line.slice(length, length + longest)) ? length : 0;
}

/** What two lines share is no prefix where it is a name, as in the lines of a list. */
function ownPrefix(line: string, common: number): number {
  const prefix = line.slice(0, common).trim();
  if (/^[\w$.-]+\s?[:=]$/.test(prefix) && !/^L?\d+:$/.test(prefix)) return 0;
  return isSeparator.test(line.slice(common, common + longest)) ? 0 : common;
}

/**
 * How much of their beginnings two lines share, up to a blank before the first bracket or quote: for each its own
 * length, since digits and blanks count as the same whatever they are. Numbers of lines need no blank behind them.
 */
function commonPrefix(line: string, other: string): readonly [number, number] {
  let shared: readonly [number, number] = [0, 0];
  let at = blanksAt(line, 0);
  let otherAt = blanksAt(other, 0);
  let isBlank = true;
  while (at < longest) {
    const character = line[at];
    const otherCharacter = other[otherAt];
    if (character === undefined || otherCharacter === undefined || isOfObject(character)) break;
    if (isDigit(character) && isDigit(otherCharacter)) {
      const [number, otherNumber] = [at, otherAt];
      at = digitsAt(line, at);
      otherAt = digitsAt(other, otherAt);
      const areNumbered =
        isBlank && Number(other.slice(otherNumber, otherAt)) === Number(line.slice(number, at)) + 1;
      if (areNumbered) shared = partsBehindNumbers(line, at, other, otherAt) ?? shared;
      isBlank = false;
    } else if (character !== otherCharacter) break;
    else if (isWhite(character)) {
      at = blanksAt(line, at);
      otherAt = blanksAt(other, otherAt);
      if (!isBlank) shared = [at, otherAt];
    } else {
      isBlank = false;
      at++;
      otherAt++;
    }
  }
  return shared;
}

/** Pages that number their lines may put nothing between a number and its line, or no blank. */
const behindNumber = /[.:：、)|]?[ \t]*(?=["'{}[\]A-Za-z_$])/y;

/** Where in two lines with numbers their own texts begin, if something of an object stands in both. */
function partsBehindNumbers(
  line: string,
  at: number,
  other: string,
  otherAt: number,
): readonly [number, number] | undefined {
  behindNumber.lastIndex = at;
  if (!behindNumber.test(line)) return undefined;
  const start = behindNumber.lastIndex;
  behindNumber.lastIndex = otherAt;
  return behindNumber.test(other) ? [start, behindNumber.lastIndex] : undefined;
}

function isOfObject(character: string): boolean {
  return (
    character === '"' || character === "'" || character === '{' || character === '}' || character === '='
  );
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isWhite(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\u00a0';
}

function blanksAt(line: string, at: number): number {
  while (at < longest && isWhite(line[at] ?? '')) at++;
  return at;
}

function digitsAt(line: string, at: number): number {
  while (at < longest && isDigit(line[at] ?? '')) at++;
  return at;
}
