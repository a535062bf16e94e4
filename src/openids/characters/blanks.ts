const blank = /\s/;

/** Past the white space at `start`, line breaks among it, but no further than `limit`. */
export function skipBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && blank.test(text.charAt(at))) at++;
  return at;
}
