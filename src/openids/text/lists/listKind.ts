import { type GoverningName } from '../names/governingName';
import { type ListKind, type Nesting } from './nesting';

/**
 * What the strings are that stand in a bracket which opens at `at`; `bare` says that there was nothing but lists of
 * strings so far.
 */
export function listKind(
  text: string,
  at: number,
  opener: string,
  name: GoverningName,
  nesting: Nesting,
  bare: boolean,
): ListKind {
  const { kind } = name;
  if (opener === '{') return isRuledOutObject(text, at, name, nesting) ? 'none' : 'free';
  const inherited = kind === undefined && nesting.kind === 'none';
  const governs = name.assigned || name.neighbour;
  const asks = opener === '(' && !governs && kind !== undefined && kind !== 'openid' && name.asks;
  if (inherited || (kind !== undefined && kind !== 'openid' && !asks)) return 'none';
  if (opener === '(' && !name.beforeList) return 'free';
  if (kind === 'openid' && (name.assigned || name.beforeList)) return 'every';
  if (nesting.depth === 0 && bare && !name.present) return 'every';
  // A list directly in a list is a row, which holds more than openids.
  return nesting.isIn('[') ? 'free' : 'undecided';
}

/** Whether an object holds a unionid however it is wrapped. One in the first column is a new text. */
function isRuledOutObject(text: string, at: number, name: GoverningName, nesting: Nesting): boolean {
  if (name.assigned && name.kind === 'unionid') return true;
  return nesting.kind === 'none' && name.kind !== 'openid' && !/[\r\n]/.test(text[at - 1] ?? '\n');
}
