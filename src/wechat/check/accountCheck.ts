import { isAbort } from '../exchange/abort';
import { Gates, isAboutIp } from './gates';
import { type RawProfile } from '../api/answers';
import { type OpenidPage } from '../api/lists/openidPage';
import { type Quota } from '../api/account/quota';
import { type WeChatClient } from '../client';
import { endpoints } from '../api/endpoints';
import { errorKind } from '../errors/kinds';
import { WeChatFailure } from '../errors/failure';
import { type Fault, isWeChatFault } from '../errors/fault';
import { type Reached } from './reachApi';

/** The questions of a check, in the order in which each needs those before it. */
export const checkSteps = [
  'host',
  'clock',
  'token',
  'ip',
  'permission',
  'tags',
  'userInfoQuota',
  'batchGetQuota',
  'followersQuota',
  'unionid',
] as const;

/** A step of Check Official Account. */
export type CheckStep = (typeof checkSteps)[number];
export type QuotaStep = Extract<CheckStep, `${string}Quota`>;

/** What a check found out about one step. A later finding about the same step replaces the earlier. */
export type Finding =
  | { readonly step: CheckStep; readonly verdict: 'fail' | 'warn'; readonly fault: Fault }
  /** Not asked: the step named has to pass first. `secret` is the caller's own. */
  | { readonly step: CheckStep; readonly verdict: 'skipped'; readonly after: CheckStep | 'secret' }
  | { readonly step: 'host'; readonly verdict: 'pass'; readonly milliseconds: number }
  | { readonly step: 'clock'; readonly verdict: 'pass' | 'warn'; readonly aheadMs: number }
  | { readonly step: 'clock'; readonly verdict: 'skipped'; readonly aheadMs: undefined }
  | { readonly step: 'token'; readonly verdict: 'pass'; readonly lifeSeconds: number }
  | { readonly step: 'ip' | 'permission'; readonly verdict: 'pass' }
  | { readonly step: 'tags'; readonly verdict: 'pass'; readonly tags: number }
  | { readonly step: QuotaStep; readonly verdict: 'pass' | 'warn' | 'fail'; readonly quota: Quota }
  | {
      readonly step: 'unionid';
      readonly verdict: 'pass' | 'warn' | 'skipped';
      readonly sample: UnionidSample;
    };

/** What a follower's profile told: a unionid, none, or there was no follower to ask about. */
export type UnionidSample = 'given' | 'missing' | 'nobody';

export const quotaPaths: Readonly<Record<QuotaStep, string>> = {
  userInfoQuota: endpoints.userInfo,
  batchGetQuota: endpoints.batchGet,
  followersQuota: endpoints.followers,
};
const quotaSteps = Object.keys(quotaPaths) as QuotaStep[];

/** A clock that is further off is worth a word: logs and certificates disagree with the rest of the world. */
const clockToleranceMs = 60_000;
/** Followers asked about, until one of them still follows. */
const samples = 3;

export interface CheckedAccount {
  readonly client: Pick<WeChatClient, 'renewToken' | 'tags' | 'quota' | 'followers' | 'userInfo'>;
  readonly reach: (options: { signal: AbortSignal }) => Promise<Reached>;
  /** False where the AppSecret cannot be read: what needs no token is asked all the same. */
  readonly hasSecret: boolean;
  /** Told of the account's first followers: nobody has to ask for them again. */
  readonly onFollowers?: ((page: OpenidPage) => void) | undefined;
}

/**
 * Asks WeChat, step by step, everything that an account needs for looking people up. A refusal is a finding,
 * given to the step that it is about: 40164 is no missing token but an IP address to allow. Costs at most 12
 * calls, one of them of the 500 a day of user/get.
 * @throws `signal.reason` when aborted; whatever the client's `secret()` rejects with
 */
export async function* checkAccount(
  { client, reach, hasSecret, onFollowers }: CheckedAccount,
  signal: AbortSignal,
): AsyncGenerator<Finding, void, undefined> {
  const [host, reached] = await attempt(reach({ signal }));
  if (host && !answersAtAll(host)) {
    yield { step: 'host', verdict: 'fail', fault: host };
    yield* skipAfter('host', 'host');
    return;
  }
  if (host) yield { step: 'host', verdict: 'warn', fault: host };
  else yield { step: 'host', verdict: 'pass', milliseconds: reached.milliseconds };
  yield clockFinding(reached?.clockAheadMs);
  if (!hasSecret) {
    yield* skipAfter('clock', 'secret');
    return;
  }

  const [refused, life] = await attempt(client.renewToken({ signal }));
  if (refused) {
    const culprit = isAboutIp(refused) ? 'ip' : 'token';
    yield* skipAfter('clock', culprit);
    yield { step: culprit, verdict: 'fail', fault: refused };
    return;
  }
  yield { step: 'token', verdict: 'pass', lifeSeconds: life.lifeSeconds };

  const gates = new Gates();
  const [tagsFault, tags] = await attempt(client.tags({ signal }));
  if (tagsFault && isWeChatFault(tagsFault) && errorKind(tagsFault) === 'token') {
    yield { step: 'token', verdict: 'fail', fault: tagsFault };
    yield* skipAfter('token', 'token');
    return;
  }
  yield* gates.after(tagsFault, ['ip', 'permission']);
  const refusedBy = gates.closed();
  if (refusedBy) {
    yield* skipAfter(refusedBy, refusedBy);
    return;
  }
  for (const step of ['ip', 'permission'] as const) {
    if (!gates.isOpen(step)) yield { step, verdict: 'skipped', after: 'tags' };
  }
  if (tagsFault) yield { step: 'tags', verdict: 'fail', fault: tagsFault };
  else yield { step: 'tags', verdict: 'pass', tags: tags.length };

  const spent = new Set<QuotaStep>();
  for (const step of quotaSteps) {
    const [fault, quota] = await attempt(client.quota(quotaPaths[step], { signal }));
    // Counts are told to accounts without the user APIs, too.
    yield* gates.after(fault, ['ip']);
    const closed = gates.closed();
    if (closed) {
      yield* skipFrom(step, closed);
      return;
    }
    if (fault) yield { step, verdict: 'warn', fault };
    else {
      if (quota.remain <= 0) spent.add(step);
      yield { step, verdict: quotaVerdict(quota), quota };
    }
  }
  yield* unionidFindings({ client, onFollowers }, { gates, spent }, signal);
}

async function* unionidFindings(
  { client, onFollowers = () => {} }: Pick<CheckedAccount, 'client' | 'onFollowers'>,
  { gates, spent }: { gates: Gates; spent: ReadonlySet<QuotaStep> },
  signal: AbortSignal,
): AsyncGenerator<Finding, void, undefined> {
  const step = 'unionid';
  for (const after of ['followersQuota', 'userInfoQuota'] as const) {
    if (spent.has(after)) return yield { step, verdict: 'skipped', after };
  }
  const [noList, page] = await attempt(client.followers('', { signal }));
  yield* gates.after(noList, ['ip', 'permission']);
  if (noList) return yield unasked(noList);
  onFollowers(page);
  for (const openid of page.openids.slice(0, samples)) {
    // Singly: in bursts batchget leaves unionids out that are there.
    const [fault, profile] = await attempt(client.userInfo(openid, { signal }));
    yield* gates.after(fault, ['ip', 'permission']);
    if (fault) return yield unasked(fault);
    if (follows(profile)) {
      return yield hasUnionid(profile)
        ? { step, verdict: 'pass', sample: 'given' }
        : { step, verdict: 'warn', sample: 'missing' };
    }
  }
  yield { step, verdict: 'skipped', sample: 'nobody' };

  function unasked(fault: Fault): Finding {
    const after = gates.closed();
    return after ? { step, verdict: 'skipped', after } : { step, verdict: 'warn', fault };
  }
}

/** The fault, or else the answer. */
async function attempt<T>(call: Promise<T>): Promise<readonly [Fault, undefined] | readonly [undefined, T]> {
  try {
    return [undefined, await call];
  } catch (error) {
    if (isAbort(error) || !(error instanceof WeChatFailure)) throw error;
    return [error.fault, undefined];
  }
}

function skipAfter(last: CheckStep, after: CheckStep | 'secret'): Generator<Finding> {
  return skip(checkSteps.slice(checkSteps.indexOf(last) + 1), after);
}

function skipFrom(first: CheckStep, after: CheckStep): Generator<Finding> {
  return skip(checkSteps.slice(checkSteps.indexOf(first)), after);
}

function* skip(steps: readonly CheckStep[], after: CheckStep | 'secret'): Generator<Finding> {
  for (const step of steps) yield { step, verdict: 'skipped', after };
}

/** A relay may let through no more than the paths that it knows. */
function answersAtAll(fault: Fault): boolean {
  return !isWeChatFault(fault) && fault.reason === 'status' && (fault.status ?? 0) < 500;
}

function clockFinding(aheadMs: number | undefined): Finding {
  if (aheadMs === undefined) return { step: 'clock', verdict: 'skipped', aheadMs };
  return { step: 'clock', verdict: Math.abs(aheadMs) > clockToleranceMs ? 'warn' : 'pass', aheadMs };
}

function quotaVerdict({ dailyLimit, remain }: Quota): 'pass' | 'warn' | 'fail' {
  if (remain <= 0) return 'fail';
  return remain < dailyLimit / 10 ? 'warn' : 'pass';
}

function follows(profile: RawProfile): boolean {
  return profile['subscribe'] !== 0;
}

function hasUnionid(profile: RawProfile): boolean {
  return typeof profile['unionid'] === 'string' && profile['unionid'].trim() !== '';
}
