import { type Pace, type Work } from '../json/work';

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

const disguises: readonly Disguise[] = [
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
  // An object as Python's `print` or Node's `console.log` shows it. Where a string never ends, the quotes that are
  // escaped in it begin no other: each would be read to the end again.
  {
    sign: /[{,]\s*(?:'\w+'|(?:subscribe|openid|errcode|user_info_list))\s*:/,
    pieces:
      /(?<!\\)"[^"\\\n]*(?:\\.[^"\\\n]*){0,10000}"|(?<!\\)'([^'\\\n]*(?:\\.[^'\\\n]*){0,10000})'|([{,]\s*)(\w+)(?=\s*:)|\b(True|False|None|undefined)\b/g,
    plain: asJson,
  },
];

const constants = new Map([
  ['True', 'true'],
  ['False', 'false'],
]);

function asJson([all, quoted, before, key, constant]: RegExpExecArray): string {
  if (quoted !== undefined) return `"${quoted.replace(/\\'/g, "'").replace(/"/g, '\\"')}"`;
  if (key !== undefined) return `${before ?? ''}"${key}"`;
  return constant === undefined ? all : (constants.get(constant) ?? 'null');
}

/**
 * The text with one level of disguise taken off: escaped inside a string, a cell of CSV, markup, a URL,
 * or a program's own way to print an object.
 * Undefined where it wears none.
 */
export function* undisguised(text: string, pace: Pace): Work<string | undefined> {
  const disguise = disguises.find(({ sign }) => sign.test(text));
  if (pace.isRestDue(text.length)) yield;
  if (!disguise) return undefined;
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
