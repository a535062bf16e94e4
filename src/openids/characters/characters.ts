/**
 * What a character can mean to the reader. `assign` stands between a name and its value, `separator` ends
 * both, `invisible` may hide within a word, `escape` may begin another character in disguise.
 */
export type CharacterClass =
  | 'word'
  | 'space'
  | 'newline'
  | 'quote'
  | 'assign'
  | 'comma'
  | 'separator'
  | 'bar'
  | 'open'
  | 'close'
  | 'escape'
  | 'invisible'
  | 'other';

const letters = 'abcdefghijklmnopqrstuvwxyz';

// Full-width and Chinese punctuation means what its ASCII twin means: input methods leave it behind.
const members: readonly (readonly [CharacterClass, string])[] = [
  ['word', `${letters}${letters.toUpperCase()}0123456789_-`],
  ['space', ' \t\v\f\u00a0\u2002\u2003\u2009\u202f\u3000'],
  ['newline', '\n\r\u0085\u2028\u2029'],
  ['quote', `"'\`\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02\uff07`],
  ['assign', ':=>\uff1a\uff1d'],
  ['comma', ',\uff0c\u3001'],
  ['separator', ';&\uff1b'],
  ['bar', '|\uff5c'],
  ['open', '([{\uff08\uff3b\uff5b\u3010'],
  ['close', ')]}\uff09\uff3d\uff5d\u3011'],
  ['escape', '%\\&'],
  // Zero-width, soft hyphen, marks of writing direction, byte order mark.
  [
    'invisible',
    '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
  ],
];

const ascii: CharacterClass[] = Array.from({ length: 128 }, () => 'other');
const wide = new Map<number, CharacterClass>();
for (const [kind, characters] of members) {
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i);
    if (code < 128) ascii[code] = kind;
    else wide.set(code, kind);
  }
}

const words = Uint8Array.from(ascii, kind => (kind === 'word' ? 1 : 0));

export function characterClass(code: number): CharacterClass {
  if (code < 128) return ascii[code] ?? 'other';
  // Most of what is not ASCII is Chinese text, which means nothing here.
  if (code > 0x3011 && code < 0xfeff) return 'other';
  return wide.get(code) ?? 'other';
}

/** Whether it is one of those that openids and names are made of; of these, all but a few are asked about. */
export function isWordCode(code: number): boolean {
  return code < 128 && words[code] === 1;
}
