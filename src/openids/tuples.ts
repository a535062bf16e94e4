/** UTF-16 units; what is longer is not read as a tuple. */
export const longestTuple = 100_000;

const backslash = 0x5c;

/**
 * Reads one tuple of SQL's `VALUES` from just past its opening bracket, its items into `cells` as alternating
 * starts and ends, strings without their quotes. Returns the place of the closing bracket or the text's end, or
 * -1 if neither is near.
 */
export function readTuple(text: string, start: number, cells: number[]): number {
  cells.length = 0;
  const limit = start + longestTuple;
  for (let at = start; ; at++) {
    const first = skipBlanks(text, at, limit);
    const closing = closingOf(text, first, limit);
    const afterString = closing < 0 ? first : skipBlanks(text, closing + 1, limit);
    at = itemEnd(text, afterString, limit);
    // An item that only begins with a string is an expression.
    if (closing >= 0 && at === afterString) cells.push(first + 1, closing);
    else cells.push(first, at);
    if (at >= limit) return -1;
    if (text[at] !== ',') return at;
  }
}

/** The end of the string that opens here, or -1; quotes within are doubled or escaped. */
function closingOf(text: string, opening: number, limit: number): number {
  const quote = text.charCodeAt(opening);
  if (quote !== 0x27 && quote !== 0x22) return -1;
  for (let at = opening + 1; at < limit && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return -1;
}

/** The comma or bracket that ends an item, past the brackets of any call in it. */
function itemEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  let at = start;
  for (; at < limit && at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
    else if (character === ',' && depth === 0) break;
  }
  return at;
}

function skipBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && /\s/.test(text.charAt(at))) at++;
  return at;
}
