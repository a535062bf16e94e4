import { setImmediate as breathe } from 'node:timers/promises';
import { type Fault, isWeChatFault, WeChatFailure } from '../../wechat';
import { type PageSource } from './pageSource';
import { type Walk, type WalkedPage } from './walk';

/** Waits; rejects with the signal's reason as soon as it aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Before each repetition of a page that did not come. */
const delays = [1_000, 4_000, 15_000];
/** WeChat counts by the minute where it says 45011. */
const minute = 60_000;

/** Codes for a cursor that is nobody's: malformed or gone, and another account's. */
const cursorRefused = new Set([40003, 49003]);

interface Patience {
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
}

/**
 * The pages of a walk to the end of its list, each given as soon as it is there: one that the caller did not keep is
 * asked for again by the next walk.
 * @throws WeChatFailure where a page cannot be had; the signal's reason
 */
export async function* walkPages(
  walk: Walk,
  source: PageSource,
  patience: Patience,
): AsyncGenerator<WalkedPage, void> {
  for (;;) {
    const page = await nextPage(walk, source, patience);
    if (!page) continue;
    // To read, to take in and to write 10 000 openids at one stroke would keep others waiting.
    await breathe();
    yield page;
    if (page.next === undefined) return;
  }
}

/** Undefined where WeChat refused the cursor, and the walk stands at another now. */
async function nextPage(
  walk: Walk,
  source: PageSource,
  { signal, sleep }: Patience,
): Promise<WalkedPage | undefined> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    try {
      const page = await source.page(walk.cursor, { signal });
      await breathe();
      return walk.take(page);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WeChatFailure)) throw error;
      if (isAboutCursor(error.fault) && walk.stepBack()) return undefined;
      const delay = delays[failures];
      if (error.kind !== 'retry' || delay === undefined) throw error;
      await sleep(isWeChatFault(error.fault) && error.fault.errcode === 45011 ? minute : delay, signal);
    }
  }
}

function isAboutCursor(fault: Fault): boolean {
  return isWeChatFault(fault) && cursorRefused.has(fault.errcode);
}
