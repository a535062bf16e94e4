import { type GoverningName } from './governingName';
import { bracketedTypeEnd, itemIndexEnd, lineNumberEnd, phpTypeEnd, visibilityEnd } from './wrapping';

const minus = 0x2d;
const colon = 0x3a;
const greaterThan = 0x3e;

/** Where what is passed over ends that stands between a name and its value; each is asked at the token of its name. */
export const interludes = {
  /** The sign or the index of an item, to which the name above the first applies. */
  atLineStart(text: string, name: GoverningName, start: number, end: number): number | undefined {
    const isDash = end - start === 1 && text.charCodeAt(start) === minus;
    const isListed = !isDash && name.promises && name.kind !== undefined;
    const after = isListed ? itemIndexEnd(text, start) : isDash ? end : undefined;
    if (after === undefined) name.endSequence();
    else name.startItem();
    return after;
  },

  /** A number or a rule below a name that has its line for itself. Redis tells the length of a value above it. */
  atWord: (text: string, name: GoverningName, start: number): number | undefined =>
    name.heading ? lineNumberEnd(text, start) : undefined,

  /** A remark, a type, the brackets of a call without arguments: what it gives still has the name. */
  atBracket(text: string, name: GoverningName, start: number, end: number): number | undefined {
    if (!name.present) return undefined;
    const remarkEnd = name.remarkEnd(start);
    if (remarkEnd !== undefined && name.kind !== undefined) return remarkEnd;
    if (text[start] === '(' && text[end] === ')') return end + 1;
    return name.assigned && name.kind !== undefined ? bracketedTypeEnd(text, start) : undefined;
  },

  /** Who may see a property of PHP, which is said within its key. */
  atSign: (text: string, name: GoverningName, code: number, end: number): number | undefined =>
    code === colon && name.isKey ? visibilityEnd(text, end) : undefined,

  /** What PHP's var_dump says of a value. */
  behindSign: (text: string, name: GoverningName, code: number, end: number): number | undefined =>
    code === greaterThan && name.assigned ? phpTypeEnd(text, end) : undefined,
};
