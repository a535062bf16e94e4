/**
 * What terminals read as colours and styles: whole, spelt out by a string's or an editor's notation (`\x1b`, `^[`),
 * or without the escape character, as copying from a terminal leaves it.
 */
const sequence =
  /\x9b[\d;:?]{0,40}[A-Za-z]|(?:[\x1b\x9b\u241b]|\^\[|\\{1,4}(?:[xX]1[bB]|u001[bB]|u\{1[bB]\}|033|e))(?:\[[\d;:?]{0,40}[A-Za-z]|\][^\x07\x1b\r\n]{0,400}(?:\x07|\x1b\\))|\[\d{1,3}(?:;\d{1,3}){0,8}[mK]|\[[mK](?=\s|$)/g;

/** The same text, as long as before, with blanks for colours: places in it are those of the text itself. */
export function withoutColours(text: string): string {
  return text.replace(sequence, colour => ' '.repeat(colour.length));
}
