import { type Value } from '../place';
import { type ObjectAt } from './objectWalk';

/** A text that is put into another. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Properties behind an object's last, written as that one is: on lines of their own, or beside it. */
export function insertionInto(
  text: string,
  { start, keyStart, keyEnd, valueStart, end, comma, keys }: ObjectAt,
  names: readonly string[],
  values: readonly Value[],
): Insertion {
  const between = text.slice(keyEnd, valueStart);
  const colon = /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
  const space = /\s$/.test(colon) ? ' ' : '';
  const margin = marginBefore(text, start + 1, keyStart);
  // A single property says by its colon alone how the next would stand beside it.
  const gap = margin === '' && keys.length === 1 ? space : margin;
  const properties = names.map(
    (name, index) => `${gap}${JSON.stringify(name)}${colon}${json(values[index], space)}`,
  );
  return comma < 0
    ? { at: end, text: properties.map(property => `,${property}`).join('') }
    : { at: comma, text: properties.map(property => `${property},`).join('') };
}

/** The blanks before a key, from its line break on where it stands on a line of its own. */
function marginBefore(text: string, from: number, key: number): string {
  let start = key;
  while (start > from && /\s/.test(text.charAt(start - 1))) start--;
  const blanks = text.slice(start, key);
  const last = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
  const isPair = blanks.charAt(last) === '\n' && blanks.charAt(last - 1) === '\r';
  return last < 0 ? blanks : blanks.slice(isPair ? last - 1 : last);
}

/** What is not known is null, so that every object has the same keys. */
function json(value: Value, space: string): string {
  if (value === undefined) return 'null';
  return typeof value === 'string' || typeof value === 'number'
    ? JSON.stringify(value)
    : `[${value.map(each => JSON.stringify(each)).join(`,${space}`)}]`;
}
