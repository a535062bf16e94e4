import { type Random } from '../prove/randomIds';

/** What the texts of one reader are made of. */
export interface Vocabulary {
  /** Whole texts as they should be. */
  readonly samples: readonly string[];
  /** Words and signs that mean something to the reader. */
  readonly pieces: readonly string[];
}

/** What every reader of text must survive. */
const rubbish = [
  ...[
    '\0',
    '\ufeff',
    '\u200b',
    '\ud800',
    '\udc00',
    '\u2028',
    '\x1b[31m',
    '\x7f',
    '\\',
    '\\u',
    '\\x',
    '\\"',
    '%',
    '%u',
  ],
  ...[
    '"',
    "'",
    '`',
    '“',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '</',
    '/*',
    '*/',
    '--',
    '//',
    '#',
    '|',
    ';',
    ',',
    ':',
  ],
  ...[
    '=',
    '=>',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '　',
    '张',
    '😀',
    'é',
    '-',
    '_',
    '.',
    '0',
    '1e999',
    '-0',
    '9007199254740993',
  ],
  ...[
    'null',
    'true',
    'NaN',
    '__proto__',
    'constructor',
    'toString',
    'openid',
    'unionid',
    'errcode',
    '&quot;',
    '&#x',
  ],
];

const longest = 200_000;
/** One text in so many is long: what is not linear takes minutes of it. */
const longOneIn = 150;

/** A text that is nearly right, or made of what the reader looks for, or one piece over and over. */
export function anyText(random: Random, { samples, pieces }: Vocabulary): string {
  const words = [...pieces, ...rubbish];
  if (below(random, longOneIn) === 0) return repeated(random, samples, words);
  const text = below(random, 3) === 0 ? soup(random, words) : pick(random, samples);
  return mutated(random, text, samples, words);
}

function soup(random: Random, words: readonly string[]): string {
  return Array.from({ length: 1 + below(random, 80) }, () => pick(random, words)).join('');
}

/** Pieces nested or in a row, with or without their ends. */
function repeated(random: Random, samples: readonly string[], words: readonly string[]): string {
  const piece = Array.from({ length: 1 + below(random, 4) }, () => pick(random, words)).join('');
  const unit = below(random, 4) === 0 ? pick(random, samples).slice(0, 2000) + piece : piece;
  const times = Math.floor(longest / 2 / unit.length);
  const end = below(random, 2) === 0 ? '' : pick(random, words).repeat(below(random, 20_000));
  const before = below(random, 2) === 0 ? '' : pick(random, samples);
  return `${before}${unit.repeat(times)}${end}`.slice(0, longest);
}

function mutated(random: Random, text: string, samples: readonly string[], words: readonly string[]): string {
  let changed = text;
  for (let change = below(random, 8); change > 0; change--) {
    const [from, to] = range(random, changed);
    const [before, middle, after] = [changed.slice(0, from), changed.slice(from, to), changed.slice(to)];
    switch (below(random, 8)) {
      case 0:
        changed = before + after;
        break;
      case 1:
        changed = before + middle.repeat(2 + below(random, 3)) + after;
        break;
      case 2:
        changed = before + pick(random, words) + after;
        break;
      case 3:
        changed = before + pick(random, words) + middle + after;
        break;
      case 4:
        changed = before + pick(random, words).repeat(below(random, 50)) + middle + after;
        break;
      case 5:
        // The end of another: what was begun is closed by what it does not fit.
        changed = before + pick(random, samples).slice(below(random, 200));
        break;
      case 6:
        changed = before + String.fromCharCode(below(random, 0x10000)) + after;
        break;
      case 7:
        changed = before + JSON.stringify(middle).slice(below(random, 2)) + after;
        break;
    }
    changed = changed.slice(0, longest);
  }
  return changed;
}

/** Mostly a short one. */
function range(random: Random, text: string): [number, number] {
  const from = below(random, text.length + 1);
  const most = below(random, 4) === 0 ? text.length : 12;
  return [from, Math.min(text.length, from + below(random, most + 1))];
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
