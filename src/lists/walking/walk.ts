import { type OpenidPage } from '../../wechat';
import { type PackedOpenids } from '../openids/packedOpenids';
import { isReadable } from '../openids/lines';

/** Where a walk stands: enough to go on another day. */
export interface WalkPlace {
  /** The openid after which the next page begins; empty at the beginning. */
  readonly cursor: string;
  /** The cursors asked with so far. */
  readonly asked: readonly string[];
  /** What the last page brought, to step back into where WeChat refuses its last openid. */
  readonly lastPage: readonly string[];
}

export const beginning: WalkPlace = { cursor: '', asked: [], lastPage: [] };

/** What a page brought. */
export interface WalkedPage {
  /** Those who were not seen before. */
  readonly openids: readonly string[];
  /** Seen before, on this page or another. */
  readonly repeated: number;
  /** What cannot be an openid. */
  readonly unreadable: number;
  readonly total: number | undefined;
  /** After whom the next page begins; undefined at the end of the list. */
  readonly next: string | undefined;
}

/** So many pages in a row that bring nobody new are a circle. */
const mostBarren = 3;

/**
 * The walk through one list, as states alone: it asks nobody. `cursor` is the next question, and each is told once
 * what became of it.
 *
 * WeChat marks the end of a list in more than one way: a page without people, no next openid, the last openid of the
 * page, which brings an empty page if asked with. Its `total` moves while people come and go, so that counting up to
 * it never ends where somebody left; it only spares the last question where a page that is not full makes it up exactly.
 */
export class Walk {
  #cursor: string;
  #asked: Set<string>;
  #lastPage: readonly string[];
  /** How far behind the end of the last page the cursor stands, after refusals. */
  #back = 1;
  #barren = 0;
  /** The list was begun again, which brings pages that are known. */
  #again = false;

  /** @param fullPage what a page holds unless it is the last; undefined where nobody knows */
  constructor(
    private readonly seen: PackedOpenids,
    { cursor, asked, lastPage }: WalkPlace,
    private readonly fullPage: number | undefined,
  ) {
    this.#cursor = cursor;
    this.#asked = new Set(asked);
    this.#lastPage = lastPage;
  }

  get cursor(): string {
    return this.#cursor;
  }

  /** WeChat answered the question with the present cursor. */
  take({ openids, nextOpenid, total }: OpenidPage): WalkedPage {
    const readable = openids.filter(isReadable);
    const fresh = readable.filter(openid => this.seen.addText(openid));
    this.#asked.add(this.#cursor);
    this.#barren = fresh.length > 0 ? 0 : this.#barren + 1;
    const isEnd = openids.length === 0 || this.#isLast(nextOpenid, openids.length, total);
    if (fresh.length > 0) {
      this.#lastPage = fresh;
      this.#back = 1;
    }
    if (!isEnd) this.#cursor = nextOpenid;
    return {
      openids: fresh,
      repeated: readable.length - fresh.length,
      unreadable: openids.length - readable.length,
      total,
      next: isEnd ? undefined : nextOpenid,
    };
  }

  /**
   * WeChat does not take the cursor, whose owner may have left: the next one stands 1, 2, 4 … openids before it, and
   * at last at the beginning. `false` where there is nowhere left to go.
   */
  stepBack(): boolean {
    this.#back *= 2;
    const earlier = this.#lastPage.at(-this.#back);
    if (this.#cursor === '' || (earlier === undefined && this.#again)) return false;
    if (earlier === undefined) {
      this.#again = true;
      this.#asked = new Set();
    }
    this.#cursor = earlier ?? '';
    return true;
  }

  #isLast(next: string, count: number, total: number | undefined): boolean {
    if (next === '' || next === this.#cursor || this.#asked.has(next)) return true;
    if (this.#barren >= mostBarren && !this.#again) return true;
    const isShort = this.fullPage !== undefined && count < this.fullPage;
    return isShort && total !== undefined && this.seen.size === total;
  }
}
