import { characterClass, type CharacterClass } from './characters';
import { escapeAt } from './escapes';
import { openidShape, type OpenidShape } from './shape';

/** The kinds of dirt found around openids, and `zeroWidth` and `controls` inside them too. */
export type Cleaning =
  'spaces' | 'lineBreaks' | 'zeroWidth' | 'byteOrderMark' | 'controls' | 'quotes' | 'separators' | 'brackets';

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
  if (openidShape(text) === 'usual') {
    return { openid: text, shape: 'usual', cleaned: [], start: 0, end: text.length };
  }
  const cleaned = new Set<Cleaning>();
  let openid = '';
  let start = text.length;
  let end = text.length;
  // Dirt after the openid is known as such only once nothing more follows.
  let trailing: Character[] = [];
  for (const character of characters(text)) {
    if (character.dirt === undefined) {
      if (openid === '') start = character.start;
      openid += inside(trailing, cleaned) + text.slice(character.start, character.end);
      end = character.end;
      trailing = [];
    } else if (openid === '') {
      cleaned.add(character.dirt);
    } else {
      trailing.push(character);
    }
  }
  for (const character of trailing) if (character.dirt) cleaned.add(character.dirt);
  return { openid, shape: openidShape(openid), cleaned: [...cleaned], start, end };

  function inside(between: readonly Character[], removed: Set<Cleaning>): string {
    let kept = '';
    for (const { dirt: kind, start: from, end: to } of between) {
      if (kind === 'zeroWidth' || kind === 'byteOrderMark' || kind === 'controls') removed.add(kind);
      else kept += text.slice(from, to);
    }
    return kept;
  }
}

interface Character {
  readonly start: number;
  readonly end: number;
  readonly dirt: Cleaning | undefined;
}

function* characters(text: string): Iterable<Character> {
  for (let start = 0; start < text.length;) {
    const raw = text.charCodeAt(start);
    const escape = characterClass(raw) === 'escape' ? escapeAt(text, start) : undefined;
    const { code, end } = escape ?? { code: raw, end: start + 1 };
    yield { start, end, dirt: dirtOf(code) };
    start = end;
  }
}

function dirtOf(code: number): Cleaning | undefined {
  if (code === 0xfeff) return 'byteOrderMark';
  const kind = dirt[characterClass(code)];
  if (kind !== undefined) return kind;
  return code < 0x20 || code === 0x7f ? 'controls' : undefined;
}
