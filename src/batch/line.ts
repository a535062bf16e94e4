/**
 * A line of a file where it stands among the bytes that were read, without its newline. Most lines are compared and
 * cut, and never made a text.
 */
export interface Line {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

export function textOf({ bytes, from, to }: Line): string {
  return bytes.toString('utf8', from, to);
}

export function beginsWith({ bytes, from, to }: Line, beginning: Buffer): boolean {
  if (to - from < beginning.length) return false;
  for (let at = 0; at < beginning.length; at++) if (bytes[from + at] !== beginning[at]) return false;
  return true;
}
