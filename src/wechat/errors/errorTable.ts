import { type ErrorKind, type TransportFault, type WeChatFault } from './fault';
import { bugErrors } from './texts/bug';
import { configErrors } from './texts/config';
import { dataErrors } from './texts/data';
import { type ErrorElsewhere, type ErrorMeanings, type ErrorText, type ErrorTexts } from './texts/errorText';
import { networkErrors } from './texts/network';
import { platformErrors } from './texts/platform';
import { quotaErrors } from './texts/quota';
import { retryErrors } from './texts/retry';
import { tokenErrors } from './texts/token';

/** What an errcode means, and what to do. */
export interface ErrorEntry extends ErrorText {
  readonly kind: ErrorKind;
  /** What it means where other APIs answer it; only where it is not known which one did. */
  readonly elsewhere: readonly ErrorElsewhere[];
}

const tables: readonly (readonly [ErrorKind, ErrorTexts])[] = [
  ['retry', retryErrors],
  ['token', tokenErrors],
  ['config', configErrors],
  ['config', platformErrors],
  ['network', networkErrors],
  ['data', dataErrors],
  ['quota', quotaErrors],
  ['bug', bugErrors],
];

const entries = new Map<number, ErrorMeanings & { readonly kind: ErrorKind }>();
addErrors(tables);

/** Makes more codes known: those of calls that this library does not make are loaded when texts are read. */
export function addErrors(more: readonly (readonly [ErrorKind, ErrorTexts])[]): void {
  for (const [kind, texts] of more)
    for (const [code, text] of Object.entries(texts)) entries.set(Number(code), { kind, ...text });
}

/** More meanings of a code that is known. */
export function addMeanings(errcode: number, elsewhere: readonly ErrorElsewhere[]): void {
  const entry = entries.get(errcode);
  if (entry) entries.set(errcode, { ...entry, elsewhere: [...(entry.elsewhere ?? []), ...elsewhere] });
}

/** Every errcode that is explained, in ascending order. */
export function errorCodes(): readonly number[] {
  return [...entries.keys()].sort((a, b) => a - b);
}

/** Paths, one for each meaning that a code has beside its usual one. */
export function errorPlaces(errcode: number): readonly string[] {
  return (entries.get(errcode)?.elsewhere ?? []).map(({ at }) => at[0]);
}

/** What is known of an errcode: the path decides where it means two things. */
export function errorEntry({ errcode, endpoint }: WeChatFault): ErrorEntry | undefined {
  const entry = entries.get(errcode);
  if (!entry) return undefined;
  const { elsewhere = [], ...usual } = entry;
  if (endpoint === undefined) return { ...usual, elsewhere };
  const there = elsewhere.find(({ at }) => at.some(path => isAt(endpoint, path)));
  return { ...usual, ...there, elsewhere: [] };
}

function isAt(endpoint: string, path: string): boolean {
  return path.endsWith('/') ? endpoint.startsWith(path) : endpoint === path;
}

/** A code that no table knows is a `bug`: neither asking again nor guessing helps. */
export function errorKind(fault: WeChatFault): ErrorKind {
  return errorEntry(fault)?.kind ?? 'bug';
}

/** Whether the same call may well succeed in a moment. */
export function transportKind({ reason, status = 0 }: TransportFault): 'retry' | 'network' {
  switch (reason) {
    case 'timeout':
    case 'reset':
    case 'unreadable':
      return 'retry';
    case 'status':
      return status >= 500 || status === 429 || status === 408 ? 'retry' : 'network';
    default:
      return 'network';
  }
}
