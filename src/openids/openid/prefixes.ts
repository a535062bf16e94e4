import { openidPrefix, openidShape } from './shape';

/** How many openids begin alike; `prefix` has 6 characters. */
export interface PrefixCount {
  readonly prefix: string;
  readonly count: number;
}

/** Openids that probably belong to one account; `prefix` is missing for odd ones that resemble no other. */
export interface PrefixGroup {
  readonly prefix?: string;
  readonly openids: readonly string[];
}

/**
 * Divides openids by their prefix, the largest group first. Only the usual shape founds a group; an oddly
 * shaped openid joins the group that it begins like, since it may be a mistyped one of the same account.
 */
export function groupByPrefix(openids: Iterable<string>): PrefixGroup[] {
  const groups = new Map<string, string[]>();
  const odd: string[] = [];
  for (const openid of openids) {
    if (openidShape(openid) === 'odd') odd.push(openid);
    else addTo(groups, openidPrefix(openid), openid);
  }
  const strangers: string[] = [];
  for (const openid of odd) (groups.get(openidPrefix(openid)) ?? strangers).push(openid);
  const known = [...groups].map(([prefix, members]): PrefixGroup => ({ prefix, openids: members }));
  known.sort((a, b) => b.openids.length - a.openids.length);
  return strangers.length > 0 ? [...known, { openids: strangers }] : known;
}

function addTo(groups: Map<string, string[]>, prefix: string, openid: string): void {
  const members = groups.get(prefix);
  if (members) members.push(openid);
  else groups.set(prefix, [openid]);
}

/** Counts prefixes; the next is mostly the same as the last. */
export class PrefixCounter {
  private readonly entries = new Map<string, { prefix: string; count: number }>();
  private last = { prefix: '', count: 0 };

  count(openid: string): void {
    if (this.last.count === 0 || !openid.startsWith(this.last.prefix)) {
      const prefix = openidPrefix(openid);
      this.last = this.entries.get(prefix) ?? { prefix, count: 0 };
      this.entries.set(prefix, this.last);
    }
    this.last.count++;
  }

  counts(): PrefixCount[] {
    return [...this.entries.values()].sort((a, b) => b.count - a.count);
  }
}
