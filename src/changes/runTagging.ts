import { type Group, Isolation } from '../batch';
import { type Sleep } from '../lists';
import { type Fault, isWeChatFault, WeChatFailure } from '../wechat';
import { mostAtOnce } from './tagPlan';

/** What became of a person who was sent. Who is in none of them was not tried. */
export type TagAnswer =
  | { readonly kind: 'done'; readonly openids: readonly string[] }
  | { readonly kind: 'refused'; readonly openids: readonly string[]; readonly fault: Fault };

/** Refusals of one person that refuse the call of 50: not a follower, another account's, 20 tags already. */
const personal = new Set([40003, 46004, 49003, 50002, 50005, 45059]);
const listTooLong = 40032;
/** No such tag; also seen where several calls for one person were under way at a time, and gone after a pause. */
const noSuchTag = 45159;

const shortPause = 2_000;
const minute = 60_000;
const delays = [1_000, 4_000, 15_000];
/** So many refused and nobody accepted: it is the list that is wrong, such as one of unionids. */
const hopeless = 20;

interface Tagging {
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** Tags up to 50 people, or takes the tag from them. */
  readonly change: (openids: readonly string[]) => Promise<void>;
}

/**
 * Changes one tag of many people, one call at a time. A refused call is searched for the people it is refused for, so
 * that one of them does not stop the others.
 * @throws WeChatFailure for what concerns the whole run: what was given by then stands; the signal's reason
 */
export async function* runTagging(
  openids: readonly string[],
  tagging: Tagging,
): AsyncGenerator<TagAnswer, void> {
  const isolation = new Isolation(openids, mostAtOnce);
  let accepted = 0;
  let refused = 0;
  for (let group = nextOf(isolation); group; group = nextOf(isolation)) {
    const refusal = await changeGroup(group.openids, tagging);
    if (!refusal) {
      isolation.taken(group);
      accepted += group.openids.length;
      yield { kind: 'done', openids: group.openids };
    } else if (group.openids.length > 1) {
      if (codeOf(refusal.fault) === listTooLong) isolation.tooLarge(group);
      else isolation.refused(group);
    } else {
      isolation.refused(group);
      refused++;
      yield { kind: 'refused', openids: group.openids, fault: refusal.fault };
      if (accepted === 0 && refused >= hopeless) throw refusal;
    }
  }
}

function nextOf(isolation: Isolation): Group | undefined {
  return isolation.next() ?? isolation.leftOver();
}

/** The failure that is about the people, or undefined where WeChat did it. */
async function changeGroup(
  openids: readonly string[],
  { change, signal, sleep }: Tagging,
): Promise<WeChatFailure | undefined> {
  let again = false;
  for (let failures = 0; ;) {
    signal.throwIfAborted();
    try {
      await change(openids);
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WeChatFailure)) throw error;
      const code = codeOf(error.fault);
      if (code !== undefined && (personal.has(code) || code === listTooLong)) return error;
      if (code === noSuchTag && !again) {
        again = true;
        await sleep(shortPause, signal);
        continue;
      }
      // Tagging twice is tagging once: a call that may have been taken can be repeated.
      const delay = delays[failures++];
      if (error.kind !== 'retry' || delay === undefined) throw error;
      await sleep(code === 45011 ? minute : delay, signal);
    }
  }
}

function codeOf(fault: Fault): number | undefined {
  return isWeChatFault(fault) ? fault.errcode : undefined;
}
