import { WordMemo } from './wordMemo';

/** What the names of values that are never openids say they are, however much they look like one. */
export type NeverKind = 'unionid' | 'appid' | 'secret' | 'sessionKey' | 'token' | 'ticket';

/** What a name says of its value. */
export type NameKind = 'openid' | NeverKind;

/**
 * Endings of names, letters only and in lower case, so that `wx_openid`, `open_id`, `OpenIDs` and
 * `user.openIdList` are all known. A unionid looks exactly like an openid; only its name tells.
 */
const openidEndings = ['openid', 'openids', 'openidlist', 'fromusername', 'touser', 'tousers'];
const neverEndings: readonly (readonly [string, NeverKind])[] = [
  ['appid', 'appid'],
  ['appids', 'appid'],
  ['secret', 'secret'],
  ['secrets', 'secret'],
  ['sessionkey', 'sessionKey'],
  ['sessionkeys', 'sessionKey'],
  ['token', 'token'],
  ['tokens', 'token'],
  ['ticket', 'ticket'],
  ['tickets', 'ticket'],
];

const longestName = 40;
const shortestName = 5;

export function nameKind(name: string): NameKind | undefined {
  if (name.length < shortestName || name.length > longestName) return undefined;
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  if (openidEndings.some(ending => letters.endsWith(ending))) return 'openid';
  // Whatever follows (`unionIdWx`, `unionid_hash`), such a name tells of no openid.
  if (letters.includes('unionid')) return 'unionid';
  return neverEndings.find(([ending]) => letters.endsWith(ending))?.[1];
}

/** Whether a string is a name and not a value: there are openids that end as the names of openids do. */
export function isName(text: string): boolean {
  return !/\d/.test(text) && nameKind(text) !== undefined;
}

/** What a word between a name and its value does. */
export type LinkRole = 'in' | 'transparent' | 'following' | 'comparing';

/**
 * Words that may stand between a name and its value: SQL's `IN`, XML's `CDATA`, `unionid value: …`. Some do so only
 * right behind the name, some say as much as a sign does.
 */
const links: Readonly<Record<LinkRole, readonly string[]>> = {
  in: ['in', 'in_', 'not_in', 'notin_'],
  transparent: ['not', 'is', 'cdata'],
  following: ['was', 'value', 'string', 'str', 'tostring', 'keyword', 'raw'],
  comparing: ['like', 'ilike', 'rlike', 'eq', 'equals'],
};
const roles = new Map(
  Object.entries(links).flatMap(([role, words]) => words.map(word => [word, role as LinkRole] as const)),
);

/** What names a name, as in `{"name": "unionid", "value": "…"}` and `<input name=… value=…>`. */
const namesName =
  /^(?:\w{0,20}_)?(?:name|key|field|fieldname|column|attribute|property|param|label|id|k|n)$/i;

/** Knows the kinds of the names in a text. */
export class Names {
  private readonly kinds: WordMemo<NameKind | undefined>;
  private readonly roles: WordMemo<LinkRole | undefined>;
  private readonly namesNames: WordMemo<boolean>;

  constructor(private readonly text: string) {
    this.kinds = new WordMemo(text, nameKind);
    this.roles = new WordMemo(text, word => roles.get(word.toLowerCase()));
    this.namesNames = new WordMemo(text, word => namesName.test(word));
  }

  /** What the name says that stands between these places. */
  kindAt(start: number, end: number): NameKind | undefined {
    const length = end - start;
    return length < shortestName || length > longestName || !this.mayBeName(start, end)
      ? undefined
      : this.kinds.of(start, end);
  }

  /** As `isName`, of the string between these places. */
  isName(start: number, end: number): boolean {
    if (end - start > longestName) return false;
    // Most of what is asked about is openids, and most of these have a digit.
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code >= 0x30 && code <= 0x39) return false;
    }
    return this.kindAt(start, end) !== undefined;
  }

  linkRole(start: number, end: number): LinkRole | undefined {
    return this.roles.of(start, end);
  }

  /** Whether its value is a name. */
  namesName(start: number, end: number): boolean {
    return this.namesNames.of(start, end);
  }

  /** Every known name has one of these letters; numbers, of which there are always more, have none. */
  private mayBeName(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const letter = this.text.charCodeAt(at) | 0x20;
      if (letter === 0x64 || letter === 0x72 || letter === 0x6b) return true;
    }
    return false;
  }
}
