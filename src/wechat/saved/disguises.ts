interface Disguise {
  /** Tells that an object may stand in the text in this form. */
  readonly sign: RegExp;
  undo(text: string): string;
}

/** One level of the escapes of a JSON, JavaScript or Java string. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))/gi, (_, unit, byte, letter) => {
    const hex: unknown = unit ?? byte;
    if (typeof hex === 'string') return String.fromCharCode(Number.parseInt(hex, 16));
    return controls.get(String(letter)) ?? String(letter);
  });
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
  { sign: /\\(?:"|u0022|x22)/i, undo: unescaped },
  // A cell of CSV doubles its quotes.
  { sign: /\{\s*""\w/, undo: text => text.replaceAll('""', '"') },
  {
    sign: /&(?:amp;)*(?:quot|#34);/,
    undo: text => text.replace(/&(?:quot|apos|lt|gt|amp|#3[49]);/g, entity => entities.get(entity) ?? entity),
  },
  {
    sign: /%(?:25)*7b(?:%(?:25)*(?:20|0a|0d|09))*%(?:25)*22/i,
    undo: text => text.replace(/(?:%[\da-f]{2})+/gi, decodedPercents),
  },
  { sign: /[{,]\s*(?:'\w+'|(?:subscribe|openid|errcode|user_info_list))\s*:/, undo: asJson },
];

const printed =
  /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|([{,]\s*)(\w+)(?=\s*:)|\b(True|False|None|undefined)\b/g;
const constants = new Map([
  ['True', 'true'],
  ['False', 'false'],
]);

/** An object as Python's `print` or Node's `console.log` shows it. */
function asJson(text: string): string {
  return text.replace(printed, (all, quoted, before, key, constant) => {
    if (typeof quoted === 'string') return `"${quoted.replace(/\\'/g, "'").replace(/"/g, '\\"')}"`;
    if (typeof key === 'string') return `${String(before)}"${key}"`;
    return typeof constant === 'string' ? (constants.get(constant) ?? 'null') : all;
  });
}

/**
 * The text with one level of disguise taken off: escaped inside a string, a cell of CSV, markup, a URL,
 * or a program's own way to print an object.
 * Undefined where it wears none.
 */
export function undisguised(text: string): string | undefined {
  return disguises.find(({ sign }) => sign.test(text))?.undo(text);
}

function decodedPercents(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // not UTF-8: whatever it is, it is no answer of WeChat
  }
}
