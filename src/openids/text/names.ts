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
const rememberedNames = 1000;

export function nameKind(name: string): NameKind | undefined {
  if (name.length > longestName) return undefined;
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  if (openidEndings.some(ending => letters.endsWith(ending))) return 'openid';
  // Whatever follows (`unionIdWx`, `unionid_hash`), such a name tells of no openid.
  if (letters.includes('unionid')) return 'unionid';
  return neverEndings.find(([ending]) => letters.endsWith(ending))?.[1];
}

/** Remembers the kinds of names, of which a text has few that come again and again. */
export class Names {
  private readonly known = new Map<string, NameKind | undefined>();

  kindOf(name: string): NameKind | undefined {
    if (name.length > longestName) return undefined;
    const known = this.known.get(name);
    if (known !== undefined || this.known.has(name)) return known;
    // Values are asked for as well, and would push the names out for good.
    if (this.known.size === rememberedNames) this.known.clear();
    const kind = nameKind(name);
    this.known.set(name, kind);
    return kind;
  }

  /** Whether a string is a name and not a value: there are openids that end as the names of openids do. */
  isName(text: string): boolean {
    return text.length <= longestName && !/\d/.test(text) && this.kindOf(text) !== undefined;
  }
}
