import { type Pace, type Work } from '../json/work';
import { byteEscapes, textOfBytes } from './bytes';
import { withoutPrefixes } from './linePrefixes';

interface Disguise {
  /** Tells that an object may stand in the text in this form. */
  readonly sign: RegExp;
  /** What is to be written otherwise, one piece a match. */
  readonly pieces: RegExp;
  plain(match: RegExpExecArray): string;
}

/** One level of the escapes of a JSON, JavaScript or Java string. */
function unescaped([all, unit, letter]: RegExpExecArray): string {
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  return letter === undefined ? textOfBytes(all) : (controls.get(letter) ?? letter);
}

const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

const entities = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);

function plainEntity([, name = '', decimal, hex]: RegExpExecArray): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return entities.get(name) ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
}

/** One string of a program that goes on in the next line, with a sign between its pieces or without. */
const broken =
  /(["'`])(?:[ \t]{0,8}[+.&\\][ \t]{0,8}\r?\n[ \t]*|[ \t]{0,8}\r?\n[ \t]*[+.&][ \t]{0,8}|(?<=[,{[]\1)[ \t]{0,8}\r?\n[ \t]*)(?:[@$rbufRBUF]{1,2})?\1/;

/** `#<User id: 1, openid: "…">`: Ruby's objects, whose variables have an at sign. */
const rubyObject =
  /"(?:[^"\\\n]|\\.){0,500}"|#<([A-Z]\w{0,60})(?:::\w{1,60}){0,8}(?::0x[\da-f]{1,16})?(?=\s)|(?<=[\s,])@(?=\w{1,64}=)|(?<![=\s<>-])>(?=\s*(?:[,\])}>]|$))/gm;

const rubySigns = new Map([
  ['>', ')'],
  ['@', ''],
]);

/** Without its escape character, as copied from a page, the rest of a colour is as good a sign. */
const colour =
  /\u001b\[[\d;?]*[ -/]*[@-~]|\u001b[()][\dAB]|(?:\\u001b|\\x1b|\\033|\\e|\u241b|\^\[)?\[\d{1,3}(?:;\d{1,3}){0,9}m/i;

const colours: Disguise = { sign: colour, pieces: new RegExp(colour.source, 'gi'), plain: () => '' };

const markup = /<\/?(?:(br|p|div|li|tr)|span|font|b|i|em|strong|small|code|pre)(?:\s[^<>\n]{0,300})?\/?>/i;

const disguises: readonly Disguise[] = [
  colours,
  { sign: broken, pieces: new RegExp(broken.source, 'g'), plain: () => '' },
  {
    sign: /\\(?:"|u0022|x22)/i,
    pieces: new RegExp(String.raw`\\u([\da-f]{4})|${byteEscapes}|\\([^])`, 'gi'),
    plain: unescaped,
  },
  // Word processors and chats make quotes beautiful.
  { sign: /[“”„＂]\w{1,64}["“”„＂]\s{0,8}[:：]/, pieces: /[“”„＂]/g, plain: () => '"' },
  { sign: /[‘’]\w{1,64}['‘’]\s{0,8}[:：]/, pieces: /[‘’]/g, plain: () => "'" },
  {
    sign: /#<[A-Z]\w{0,60}(?:::\w{1,60}){0,8}(?::0x[\da-f]{1,16})?\s{1,80}@?\w{1,64}[:=]/,
    pieces: rubyObject,
    plain: ([all, word]) => (word === undefined ? (rubySigns.get(all) ?? all) : `${word}(`),
  },
  // A page's own markup: colours of a highlighter, ends of lines.
  { sign: markup, pieces: new RegExp(markup.source, 'gi'), plain: ([, line]) => (line ? '\n' : '') },
  // A cell of CSV doubles its quotes.
  { sign: /\{\s*""\w/, pieces: /""/g, plain: () => '"' },
  {
    sign: /&(?:amp;)*(?:quot|#34|#x22|nbsp);|=&(?:amp;)*gt;/i,
    pieces: /&(?:(quot|apos|lt|gt|amp|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    plain: plainEntity,
  },
  {
    sign: /%(?:25)*7b(?:%(?:25)*(?:20|0a|0d|09))*%(?:25)*22/i,
    // Forms have a plus where a blank was; one that was typed is %2B.
    pieces: /(?:%[\da-f]{2})+|\+/gi,
    plain: ([run]) => (run === '+' ? ' ' : decodedPercents(run)),
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
