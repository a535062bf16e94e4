/** So many digits in a row that JavaScript may change them. */
const longInteger = 16;

/**
 * Whether a text holds an integer that JavaScript may change. All that WeChat answers passes here, so it looks at
 * every sixteenth character alone: no such integer lies between two of them.
 */
export function hasLongInteger(text: string): boolean {
  for (let at = longInteger - 1; at < text.length; at += longInteger) {
    if (!isDigit(text, at)) continue;
    let start = at;
    while (isDigit(text, start - 1)) start--;
    while (isDigit(text, at + 1)) at++;
    if (at - start + 1 >= longInteger) return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
