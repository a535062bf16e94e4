import { cleanOpenid, columnKind } from '../../openids';
import { isUsualOpenid, shownSamples } from '../place';
import { type FoundString, type ObjectAt } from './objectWalk';

/** An object and what it holds under the key. */
export interface Holder {
  readonly value: string;
  readonly object: ObjectAt;
}

/** The strings under one key, wherever objects have it. */
export interface KeyedOpenids {
  readonly key: string;
  readonly holders: readonly Holder[];
  readonly samples: readonly string[];
  /** All keys of these objects. */
  readonly siblings: ReadonlySet<string>;
}

interface Gathered {
  readonly kind: ReturnType<typeof columnKind>;
  readonly holders: Holder[];
  strings: number;
  usual: number;
}

/** Gathers, over one or many JSON values, under which keys openids stand. */
export class KeyGathering {
  private readonly keys = new Map<string, Gathered>();
  private items = 0;

  add({ key, value, object }: FoundString): void {
    const isUsual = isUsualOpenid(value);
    if (key === undefined || !object) {
      if (isUsual) this.items++;
      return;
    }
    const known = this.keys.get(key) ?? { kind: columnKind(key), holders: [], strings: 0, usual: 0 };
    if (known.strings === 0) this.keys.set(key, known);
    known.strings++;
    if (isUsual) known.usual++;
    if (known.kind === 'openid' ? value.trim() !== '' : known.kind === undefined && isUsual)
      known.holders.push({ value, object });
  }

  /** By name, or else by what stands there. */
  found(): KeyedOpenids[] {
    const all = [...this.keys].filter(([, { holders }]) => holders.length > 0);
    const named = all.filter(([, { kind }]) => kind === 'openid');
    const shaped = all.filter(([, { kind, usual, strings }]) => kind === undefined && usual * 2 >= strings);
    const isSure = named.some(([, { usual }]) => usual > 0);
    return (isSure ? named : [...named, ...shaped]).map(([key, { holders }]) => ({
      key,
      holders,
      samples: holders.slice(0, shownSamples).map(({ value }) => cleanOpenid(value).openid),
      siblings: new Set([...new Set(holders.map(({ object }) => object.keys))].flat()),
    }));
  }

  /** Whether openids stand in lists, apart from any object. */
  get hasItems(): boolean {
    return this.items > 0;
  }

  get namesUnionid(): boolean {
    return [...this.keys.values()].some(({ kind }) => kind === 'unionid');
  }
}
