/**
 * A line of a file where it stands among what was read, without its newline. Most lines are compared and cut, and never
 * read as a text: `latin1` has a letter for each byte.
 */
export interface Line {
  readonly latin1: string;
  readonly from: number;
  readonly to: number;
}

export function textOf({ latin1, from, to }: Line): string {
  return Buffer.from(latin1.slice(from, to), 'latin1').toString('utf8');
}
