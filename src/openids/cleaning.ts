import { characterClass, type CharacterClass } from './characters';
import { type Escape, escapeAt } from './escapes';
import { openidShape, type OpenidShape } from './shape';

/** The kinds of dirt around openids; the last three are removed from inside them too. */
export type Cleaning =
  'spaces' | 'lineBreaks' | 'quotes' | 'separators' | 'brackets' | 'zeroWidth' | 'byteOrderMark' | 'controls';

export interface CleanedOpenid {
  readonly openid: string;
  readonly shape: OpenidShape;
  /** What was removed, each kind once. */
  readonly cleaned: readonly Cleaning[];
}

/** A cleaned openid and where it stood, in UTF-16 units of the text that was cleaned. */
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
  open: 'brackets',
  close: 'brackets',
};

/** Removes the dirt around a single openid, also where it is escaped; `openid` is empty if nothing else is there. */
export function cleanOpenid(text: string): CleanedOpenid {
  const { openid, shape, cleaned } = locateOpenid(text);
  return { openid, shape, cleaned };
}

export function locateOpenid(text: string): LocatedOpenid {
  return locateUsual(text) ?? locateAny(text);
}

/** The common case, as quick as can be: a usual openid with dirt around it that is not escaped. */
function locateUsual(text: string): LocatedOpenid | undefined {
  const cleaned: Cleaning[] = [];
  let start = 0;
  let end = text.length;
  for (let kind = dirtAt(text, start); kind !== undefined; kind = dirtAt(text, ++start)) note(cleaned, kind);
  for (let kind = dirtAt(text, end - 1); kind !== undefined; kind = dirtAt(text, --end - 1))
    note(cleaned, kind);
  const openid = text.slice(start, end);
  return openidShape(openid) === 'usual' ? { openid, shape: 'usual', cleaned, start, end } : undefined;
}

function locateAny(text: string): LocatedOpenid {
  const leading = new Set<Cleaning>();
  const trailing = new Set<Cleaning>();
  let start: number | undefined;
  let end = text.length;
  for (let at = 0; at < text.length;) {
    const character = characterAt(text, at);
    const kind = dirtOf(character.code);
    if (kind === undefined) {
      start ??= at;
      end = character.end;
      trailing.clear();
    } else if (start === undefined) leading.add(kind);
    else trailing.add(kind);
    at = character.end;
  }
  start ??= end;
  const inside = withoutHidden(text.slice(start, end));
  const cleaned = [...new Set([...leading, ...inside.cleaned, ...trailing])];
  return { openid: inside.openid, shape: openidShape(inside.openid), cleaned, start, end };
}

/** Removes what nobody sees from within an openid, and undoes escapes; blanks stay, they may be a mistake. */
function withoutHidden(text: string): Pick<CleanedOpenid, 'openid' | 'cleaned'> {
  if (openidShape(text) === 'usual') return { openid: text, cleaned: [] };
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

function dirtAt(text: string, at: number): Cleaning | undefined {
  return at >= 0 && at < text.length ? dirtOf(text.charCodeAt(at)) : undefined;
}

function dirtOf(code: number): Cleaning | undefined {
  if (code === 0xfeff) return 'byteOrderMark';
  const kind = dirt[characterClass(code)];
  if (kind !== undefined) return kind;
  return code < 0x20 || code === 0x7f ? 'controls' : undefined;
}
