import { type Pace, type Work } from '../json/work';
import { withoutPrefixes } from './linePrefixes';

interface Disguise {
  /** Tells that an object may stand in the text in this form. */
  readonly sign: RegExp;
  /** What is to be written otherwise, one piece a match. */
  readonly pieces: RegExp;
  plain(match: RegExpExecArray): string;
}

/** One level of the escapes of a JSON, JavaScript or Java string. */
function unescaped([, unit, byte, letter = '']: RegExpExecArray): string {
  const hex = unit ?? byte;
  return hex === undefined ? (controls.get(letter) ?? letter) : String.fromCharCode(Number.parseInt(hex, 16));
}

const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

const entities = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

/** One string of a program that goes on in the next line, with a sign between its pieces or without. */
const broken =
  /(["'`])(?:[ \t]{0,8}[+.&\\][ \t]{0,8}\r?\n[ \t]*|[ \t]{0,8}\r?\n[ \t]*[+.&][ \t]{0,8}|(?<=[,{[]\1)[ \t]{0,8}\r?\n[ \t]*)(?:[@$rbufRBUF]{1,2})?\1/;

/** Without its escape character, as copied from a page, the rest of a colour is as good a sign. */
const colour =
  /\u001b\[[\d;?]*[ -/]*[@-~]|\u001b[()][\dAB]|(?:\\u001b|\\x1b|\\033|\\e|\u241b|\^\[)?\[\d{1,3}(?:;\d{1,3}){0,9}m/i;

const colours: Disguise = { sign: colour, pieces: new RegExp(colour.source, 'gi'), plain: () => '' };

const disguises: readonly Disguise[] = [
  colours,
  { sign: broken, pieces: new RegExp(broken.source, 'g'), plain: () => '' },
  {
    sign: /\\(?:"|u0022|x22)/i,
    pieces: /\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))/gi,
    plain: unescaped,
  },
  // A cell of CSV doubles its quotes.
  { sign: /\{\s*""\w/, pieces: /""/g, plain: () => '"' },
  {
    sign: /&(?:amp;)*(?:quot|#34);/,
    pieces: /&(?:quot|apos|lt|gt|amp|#3[49]);/g,
    plain: ([entity]) => entities.get(entity) ?? entity,
  },
  {
    sign: /%(?:25)*7b(?:%(?:25)*(?:20|0a|0d|09))*%(?:25)*22/i,
    pieces: /(?:%[\da-f]{2})+/gi,
    plain: ([run]) => decodedPercents(run),
  },
];

/** The text without colours, where their escape characters tell them: those stand in no string of JSON. */
export function* withoutColours(text: string, pace: Pace): Work<string> {
  return text.includes('\u001b') ? yield* rewritten(text, colours, pace) : text;
}

/**
 * The text with one level of disguise taken off: colours, escapes inside a string, a cell of CSV, markup, a URL, a
 * string over several lines, and then whatever stands before each line. Undefined where it wears none.
 */
export function* undisguised(text: string, pace: Pace): Work<string | undefined> {
  const disguise = disguises.find(({ sign }) => sign.test(text));
  if (pace.isRestDue(text.length)) yield;
  return disguise ? yield* rewritten(text, disguise, pace) : yield* withoutPrefixes(text, pace);
}

function* rewritten(text: string, disguise: Disguise, pace: Pace): Work<string> {
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(disguise.pieces)) {
    plain += text.slice(from, match.index) + disguise.plain(match);
    const end = match.index + match[0].length;
    if (pace.isRestDue(end - from)) yield;
    from = end;
  }
  return plain + text.slice(from);
}

function decodedPercents(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // not UTF-8: whatever it is, it is no answer of WeChat
  }
}
