import { type Pace, type Work } from '../../json/work';
import { type PrintedObject } from './frame';

const begin = /(?<![\w"])(?:a|O:\d{1,4}:"[\w\\]{1,200}"):\d{1,6}:\{/g;
/** A value, as far as it has no length of its own, or the beginning of an array or an object. */
const value =
  /i:(-?\d{1,19});|d:(-?[\d.]{1,40}(?:e[+-]?\d{1,3})?);|b:([01]);|(N;)|[rR]:(\d{1,9});|s:\d{1,8}:"|(?:a|O:\d{1,4}:"[\w\\]{1,200}"):\d{1,6}:\{/iy;
/** What follows a string: another value, or the end of what it stands in. */
const stringEnd = /";(?=[sidbaONrR}]|\s*$)/g;
/** PHP writes whose a property is before its name. */
const owner = /^(?:\0|\\0)[\w\\*]{1,200}(?:\0|\\0)/;
const deepest = 100;

/** An array that is open, with the name whose value comes next. */
interface Open {
  readonly fields: Map<string, unknown>;
  name: string | undefined;
}

/**
 * Reads what PHP's `serialize` wrote: `a:2:{s:6:"openid";s:28:"…";…}`, as sessions and caches keep it. The lengths of
 * strings are not relied on, since they count bytes, and dumps and people change them.
 */
export function* serializedArrays(text: string, pace: Pace): Work<readonly PrintedObject[]> {
  const found: PrintedObject[] = [];
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const start = match.index;
    const { root, end } = readArray(text, begin.lastIndex);
    if (root) found.push({ value: root, start, end });
    if (pace.isRestDue(end - start)) yield;
    begin.lastIndex = end;
  }
  return found;
}

/** The array whose first value stands here, and where it ends; without it where something else stands in it. */
function readArray(text: string, start: number): { readonly root?: object; readonly end: number } {
  const open: Open[] = [{ fields: new Map(), name: undefined }];
  let at = start;
  for (;;) {
    const inner = open.at(-1);
    if (!inner || open.length > deepest) return { end: at };
    if (text[at] === '}') {
      at++;
      open.pop();
      const done = valueOf(inner.fields);
      const outer = open.at(-1);
      if (!outer) return { root: done, end: at };
      put(outer, done);
      continue;
    }
    value.lastIndex = at;
    const match = value.exec(text);
    if (!match) return { end: Math.max(at, start) };
    at = value.lastIndex;
    if (match[0].startsWith('s')) {
      stringEnd.lastIndex = at;
      const end = stringEnd.exec(text);
      if (!end) return { end: text.length };
      put(inner, text.slice(at, end.index));
      at = stringEnd.lastIndex;
    } else if (match[0].endsWith('{')) open.push({ fields: new Map(), name: undefined });
    else put(inner, scalar(match));
  }
}

function scalar([, integer, decimal, truth]: RegExpExecArray): unknown {
  if (integer !== undefined) return String(Number(integer)) === integer ? Number(integer) : integer;
  if (decimal !== undefined) return Number(decimal);
  return truth === undefined ? null : truth === '1';
}

function put(open: Open, each: unknown): void {
  if (open.name === undefined) open.name = String(each).replace(owner, '');
  else {
    open.fields.set(open.name, each);
    open.name = undefined;
  }
}

function valueOf(fields: ReadonlyMap<string, unknown>): object {
  let place = 0;
  const isList = [...fields.keys()].every(name => name === String(place++));
  return isList ? [...fields.values()] : Object.fromEntries(fields);
}
