import { type ErrorKind, type WeChatFault } from './fault';
import { errorKind } from './kinds';
import { bugErrors } from './texts/bug';
import { configErrors } from './texts/config';
import { contentErrors } from './texts/apis/contents';
import { dataErrors } from './texts/data';
import { otherMeanings } from './texts/elsewhere';
import { type ErrorElsewhere, type ErrorMeanings, type ErrorText, type ErrorTexts } from './texts/errorText';
import { messageErrors } from './texts/apis/messages';
import { networkErrors } from './texts/network';
import { otherBugErrors, otherConfigErrors, otherDataErrors } from './texts/apis/otherCalls';
import { platformErrors } from './texts/apis/platform';
import { quotaErrors } from './texts/quota';
import { retryErrors } from './texts/retry';
import { tagErrors } from './texts/apis/tags';
import { tokenErrors } from './texts/token';
import { webAuthorizationErrors } from './texts/apis/webAuthorization';

/** What an errcode means, and what to do. */
export interface ErrorEntry extends ErrorText {
  readonly kind: ErrorKind;
  /** What it means where other APIs answer it; only where it is not known which one did. */
  readonly elsewhere: readonly ErrorElsewhere[];
}

const tables: readonly ErrorTexts[] = [
  ...[
    retryErrors,
    tokenErrors,
    configErrors,
    platformErrors,
    networkErrors,
    dataErrors,
    quotaErrors,
    bugErrors,
  ],
  ...[
    tagErrors,
    webAuthorizationErrors,
    messageErrors,
    contentErrors,
    otherConfigErrors,
    otherDataErrors,
    otherBugErrors,
  ],
];

const entries = new Map<number, ErrorMeanings>();
for (const texts of tables) for (const [code, text] of Object.entries(texts)) entries.set(Number(code), text);
for (const [code, meanings] of Object.entries(otherMeanings)) {
  const entry = entries.get(Number(code));
  if (entry) entries.set(Number(code), { ...entry, elsewhere: [...(entry.elsewhere ?? []), ...meanings] });
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
export function errorEntry(fault: WeChatFault): ErrorEntry | undefined {
  const { errcode, endpoint } = fault;
  const entry = entries.get(errcode);
  if (!entry) return undefined;
  const { elsewhere = [], ...usual } = entry;
  const kind = errorKind(fault);
  if (endpoint === undefined) return { ...usual, kind, elsewhere };
  const there = elsewhere.find(({ at }) => at.some(path => isAt(endpoint, path)));
  return { ...usual, ...there, kind, elsewhere: [] };
}

function isAt(endpoint: string, path: string): boolean {
  return path.endsWith('/') ? endpoint.startsWith(path) : endpoint === path;
}
