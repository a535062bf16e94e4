import { type KnownAnswer, type LookupHistory } from '../../accounts';
import { type BatchStore, type Outcome } from '../../batch';
import { isFull, type LaidProfile, type Overlay, type TagAction, type TaggedPerson } from '../../changes';
import { type ChangeSource } from '../../panels';
import { decodeProfile } from '../../wechat';

/** What is kept here of a person, with what was changed from here since. */
export interface KnownPerson {
  readonly kind: Outcome['kind'];
  readonly remark: string | undefined;
  readonly tagIds: readonly number[];
  /** As of when, in Unix milliseconds. */
  readonly at: number;
}

/** Who is known here without asking WeChat: recent lookups, and the batches that this window has open. */
export class KnownPeople {
  constructor(
    private readonly lookups: Pick<LookupHistory, 'recent'>,
    private readonly batches: Pick<BatchStore, 'held'>,
    private readonly changes: Pick<ChangeSource, 'overlay'>,
  ) {}

  async of(appId: string, openids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    const [recent, overlay] = await Promise.all([this.lookups.recent(appId), this.changes.overlay(appId)]);
    const newest = new Map<string, Pick<KnownAnswer, 'outcome' | 'notBefore'>>();
    const note = (openid: string, outcome: Outcome, notBefore: number) => {
      const known = newest.get(openid);
      if (!known || known.notBefore < notBefore) newest.set(openid, { outcome, notBefore });
    };
    for (const { outcome, fetchedAt } of recent) note(outcome.openid, outcome, fetchedAt);
    for (const batch of this.batches.held()) {
      if (batch.appId !== appId) continue;
      for (const openid of openids) {
        const row = batch.indexOf(openid);
        const outcome = row === undefined ? undefined : batch.outcomeAt(row);
        if (row !== undefined && outcome && outcome.kind !== 'pending')
          note(openid, outcome, batch.answeredAt(row) ?? batch.startedAt);
      }
    }
    return new Map(
      openids.flatMap(openid => {
        const known = newest.get(openid);
        return known ? [[openid, personOf(known.outcome, known.notBefore, overlay)] as const] : [];
      }),
    );
  }
}

function personOf(outcome: Outcome, at: number, overlay: Overlay | undefined): KnownPerson {
  const raw = 'profile' in outcome ? outcome.profile : undefined;
  if (!raw) return { kind: outcome.kind, remark: undefined, tagIds: [], at };
  const answered = decodeProfile(raw, { language: 'en' });
  const profile: LaidProfile = overlay?.overProfile(answered, at) ?? answered;
  const { remark, tagIds, changedAt = at } = profile;
  return { kind: outcome.kind, remark, tagIds, at: changedAt };
}

/** People as a run takes them: what a kept profile shows of the tag goes along. */
export function toTag(
  openids: readonly string[],
  known: ReadonlyMap<string, KnownPerson>,
  { tagId, action }: { readonly tagId: number; readonly action: TagAction },
): TaggedPerson[] {
  return openids.map(openid => {
    const person = known.get(openid);
    // Of somebody who does not follow, WeChat tells no tags.
    if (person?.kind !== 'following') return { openid };
    const carries = person.tagIds.includes(tagId);
    return {
      openid,
      before: { carries, at: person.at },
      ...(action === 'tag' && !carries && isFull(person.tagIds) && { isFull: true }),
    };
  });
}
