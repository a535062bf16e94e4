/** What a name says of its value: an openid, or something that is never one however much it looks like it. */
export type NameKind = 'openid' | 'never';

/**
 * Endings of names, letters only and in lower case, so that `wx_openid`, `open_id`, `OpenIDs` and
 * `user.openIdList` are all known. A unionid looks exactly like an openid; only its name tells.
 */
const endings: Readonly<Record<NameKind, readonly string[]>> = {
  openid: ['openid', 'openids', 'openidlist', 'fromusername', 'touser', 'tousers'],
  never: ['appid', 'appids', 'secret', 'sessionkey', 'token', 'ticket'],
};

// WeChat's replies carry the openid in ToUserName, its callbacks the account's own gh_… id: the shape decides.
const undecided = 'tousername';

const longestName = 40;
const rememberedNames = 1000;

export function nameKind(name: string): NameKind | undefined {
  if (name.length > longestName) return undefined;
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  if (letters === undecided) return undefined;
  if (endings.openid.some(ending => letters.endsWith(ending))) return 'openid';
  // Whatever follows (`unionIdWx`, `unionid_hash`), such a name tells of no openid.
  if (letters.includes('unionid')) return 'never';
  return endings.never.some(ending => letters.endsWith(ending)) ? 'never' : undefined;
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
}
