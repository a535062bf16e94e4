import { characterClass, type CharacterClass } from '../characters/characters';
import { type Escape, escapeAt } from '../characters/escapes';
import { isUsual, openidShape, type OpenidShape } from './shape';

/** The kinds of dirt around openids; the last three are removed from inside them too. */
export type Cleaning =
  'spaces' | 'lineBreaks' | 'quotes' | 'separators' | 'brackets' | 'zeroWidth' | 'byteOrderMark' | 'controls';

/** An openid without the dirt around it. */
export interface CleanedOpenid {
  readonly openid: string;
  readonly shape: OpenidShape;
  /** What was removed, each kind once. */
  readonly cleaned: readonly Cleaning[];
}

/** A cleaned openid and where it stands in the text, in UTF-16 units. */
export interface LocatedOpenid extends CleanedOpenid {
  readonly start: number;
  readonly end: number;
}

const dirt: Readonly<Partial<Record<CharacterClass, Cleaning>>> = {
  space: 'spaces',
  newline: 'lineBreaks',
  invisible: 'zeroWidth',
  quote: 'quotes',
  comma: 'separators',
  separator: 'separators',
  bar: 'separators',
  open: 'brackets',
  close: 'brackets',
};

const byteOrderMark = 0xfeff;
const nothing: readonly Cleaning[] = [];
const hiddenOrEscaped = /[\0-\x1f\x7f\\%&\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Removes the dirt around a single openid, also where it is escaped; `openid` is empty if nothing else is there. */
export function cleanOpenid(text: string): CleanedOpenid {
  const { openid, shape, cleaned } = locateOpenid(text, 0, text.length);
  return { openid, shape, cleaned };
}

/** Cleans a part of the text; `start` and `end` of the result are those of the openid in the whole text. */
export function locateOpenid(text: string, from: number, to: number): LocatedOpenid {
  if (isUsual(text, from, to)) return usualAt(text, from, to, nothing);
  const cleaned: Cleaning[] = [];
  let start = from;
  let end = to;
  for (; start < end; start++) {
    const kind = dirtOf(text.charCodeAt(start));
    if (kind === undefined) break;
    note(cleaned, kind);
  }
  for (; end > start; end--) {
    const kind = dirtOf(text.charCodeAt(end - 1));
    if (kind === undefined) break;
    note(cleaned, kind);
  }
  if (isUsual(text, start, end)) return usualAt(text, start, end, cleaned);
  const openid = text.slice(start, end);
  return hiddenOrEscaped.test(openid)
    ? locateEscaped(text, from, to)
    : { openid, shape: 'odd', cleaned, start, end };
}

function usualAt(text: string, start: number, end: number, cleaned: readonly Cleaning[]): LocatedOpenid {
  return { openid: text.slice(start, end), shape: 'usual', cleaned, start, end };
}

/** As `locateOpenid`, character by character. */
function locateEscaped(text: string, from: number, to: number): LocatedOpenid {
  const leading: Cleaning[] = [];
  let trailing: Cleaning[] = [];
  let start: number | undefined;
  let end = to;
  for (let at = from; at < to;) {
    const character = characterAt(text, at);
    const kind = dirtOf(character.code);
    if (kind === undefined) {
      start ??= at;
      end = character.end;
      // What looked like trailing dirt stands inside.
      trailing = [];
    } else note(start === undefined ? leading : trailing, kind);
    at = character.end;
  }
  start ??= end;
  const inside = withoutHidden(text.slice(start, end));
  const cleaned = [...new Set([...leading, ...inside.cleaned, ...trailing])];
  return { openid: inside.openid, shape: openidShape(inside.openid), cleaned, start, end };
}

/** Removes what nobody sees from within an openid, and undoes escapes; blanks stay, they may be a mistake. */
function withoutHidden(text: string): Pick<CleanedOpenid, 'openid' | 'cleaned'> {
  const cleaned: Cleaning[] = [];
  let openid = '';
  for (let at = 0; at < text.length;) {
    const { code, end } = characterAt(text, at);
    const kind = dirtOf(code);
    if (kind === 'zeroWidth' || kind === 'byteOrderMark' || kind === 'controls') cleaned.push(kind);
    else openid += String.fromCharCode(code);
    at = end;
  }
  return { openid, cleaned };
}

function note(kinds: Cleaning[], kind: Cleaning): void {
  if (!kinds.includes(kind)) kinds.push(kind);
}

/** The character that is meant at `at`, which an escape may disguise. */
function characterAt(text: string, at: number): Escape {
  const code = text.charCodeAt(at);
  return (characterClass(code) === 'escape' ? escapeAt(text, at) : undefined) ?? { code, end: at + 1 };
}

function dirtOf(code: number): Cleaning | undefined {
  const kind = characterClass(code);
  if (kind === 'word') return undefined;
  if (code === byteOrderMark) return 'byteOrderMark';
  return dirt[kind] ?? (code < 0x20 || code === 0x7f ? 'controls' : undefined);
}
