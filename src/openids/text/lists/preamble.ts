/** White space and comments before anything else; an array after them is the bare list of JSON with comments. */
const preamble = /^(?:\s|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/;
const longestPreamble = 10_000;

/** Where what is more than white space and comments begins in a part of a text, which is looked at no further. */
export function preambleEnd(text: string, start: number, end: number): number {
  const part = text.slice(start, Math.min(end, start + longestPreamble));
  return start + (preamble.exec(part)?.[0].length ?? 0);
}
