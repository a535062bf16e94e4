/** `\xe5\xbc\xa0`: bytes in a row, as nginx, Redis, Python, PHP and Ruby show Chinese. */
export const byteEscapes = String.raw`(?:\\x[\da-f]{2})+`;

/** What bytes in a row spell in UTF-8; each of them alone is a character where they are none. */
export function textOfBytes(escapes: string): string {
  const bytes = Buffer.from(escapes.replace(/\\x/gi, ''), 'hex');
  const text = bytes.toString();
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}
