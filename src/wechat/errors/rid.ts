/**
 * Messages end in `rid: 8hex-8hex-8hex`, logs leave the colon out or make a field of it; older messages end in
 * `hint: [id]` or `hints: [ req_id: id ]`.
 */
const rid = /\brid["'\\]{0,4}\s*(?:[:：=]\s*|\s)["'\\]{0,4}([0-9a-f]{4,16}(?:-[0-9a-f]{4,16}){2})/i;
const hint = /\bhints?:\s*\[\s*(?:req_id:\s*)?([\w.@-]{1,64})\s*\]/i;

/** WeChat's id of a request, out of an error message. */
export function ridOf(errmsg: string): string | undefined {
  return rid.exec(errmsg)?.[1] ?? hint.exec(errmsg)?.[1];
}

/**
 * When a request was made, in unix seconds, after the first group of its rid. WeChat documents no such
 * thing, but every published rid agrees with it: show it as an estimate.
 */
export function ridTime(id: string): number | undefined {
  const seconds = /^([0-9a-f]{8})-[0-9a-f]+-[0-9a-f]+$/i.exec(id)?.[1];
  if (seconds === undefined) return undefined;
  const time = Number.parseInt(seconds, 16);
  return time >= firstRid ? time : undefined;
}

/**
 * Whether WeChat may still tell about a request: it keeps those with a rid for 7 days, and knows the older ids
 * only in its messages. `now` in unix milliseconds.
 */
export function isKeptRequest(id: string, now: number): boolean {
  const time = usualRid.test(id) ? ridTime(id) : undefined;
  return time !== undefined && Math.abs(now - time * 1000) <= keptMs;
}

const usualRid = /^[0-9a-f]{8}(?:-[0-9a-f]{8}){2}$/i;
const keptMs = 7 * 86_400_000;

/** rids appeared in 2020; an earlier time is no time. */
const firstRid = Date.UTC(2020, 0, 1) / 1000;
