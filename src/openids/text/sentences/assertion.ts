import { nameKind, type NameKind } from '../names/names';

const asserts =
  /(?:in_?array|strcmp|assert|expect|equal|same|should|verify|require|check|compare|must|is_?eq|_EQ\b|\beq|\bis(?:nt)?(?=\(|$))/i;
/** A call up to its opening bracket, with the calls it is chained to: `expect(user.unionid).toBe`. */
const callee = /(?:[\w$@.!>:-]|\((?:[^()]|\([^()]*\))*\))*$/;
/** Calls in calls that are looked at. */
const mostCalls = 6;
const word = /[A-Za-z_][\w]{3,40}/g;

/**
 * The nearest name in an assertion or a comparison: `assertEquals("…", json.getString("unionid"))`,
 * `expect(unionid).toBe("…")`. What stands outside of the call says nothing. `before` and `behind` are the rest of
 * the value's line.
 */
export function kindAsserted(before: string, behind: string): NameKind | undefined {
  if (!asserts.test(before)) return undefined;
  let opening = before.length;
  for (let depth = 1; depth <= mostCalls; depth++) {
    opening = openBracket(before, opening);
    if (opening < 0) return undefined;
    const call = callee.exec(before.slice(0, opening))?.[0] ?? '';
    if (!asserts.test(call)) continue;
    const within = before.slice(opening + 1);
    const kind = kindWithin(call, within, upTo(behind, depth));
    // A matcher is part of an assertion: `assertThat(unionid, equalTo("…"))`. Perl asserts with `is` alone.
    if (kind !== undefined || (call !== 'is' && /\w/.test(within))) return kind;
  }
  return undefined;
}

function kindWithin(call: string, before: string, behind: string): NameKind | undefined {
  const after = /^["'`]?\s{0,4}[,)]/.test(behind) ? kinds(behind)[0] : undefined;
  return after ?? kinds(before).at(-1) ?? (/\w/.test(before) ? undefined : kinds(call).at(-1));
}

function kinds(text: string): NameKind[] {
  return Array.from(text.matchAll(word), ([name]) => nameKind(name)).filter(kind => kind !== undefined);
}

/** The last bracket before `end` that is not closed; -1 if there is none. */
function openBracket(text: string, end: number): number {
  let closed = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === ')') closed++;
    else if (text[at] === '(' && closed-- === 0) return at;
  }
  return -1;
}

/** The text up to where so many brackets are closed that were open before it, the last with it. */
function upTo(text: string, depth: number): string {
  let open = depth;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open++;
    else if (text[at] === ')' && --open === 0) return text.slice(0, at + 1);
  }
  return text;
}
