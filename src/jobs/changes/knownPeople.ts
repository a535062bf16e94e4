import { l10n } from 'vscode';

import { type LookupHistory } from '../../accounts';
import { type BatchStore, type Outcome } from '../../batch';
import { isFull, type LaidProfile, type Overlay, type TagAction, type TaggedPerson } from '../../changes';
import { type ChangeSource } from '../../panels';
import { withProgressIfSlow } from '../../ui/asking/progress';
import { decodeProfile } from '../../wechat';

/** What is kept here of a person, with what was changed from here since. */
export interface KnownPerson {
  readonly kind: Outcome['kind'];
  readonly remark: string | undefined;
  readonly tagIds: readonly number[];
  /** As of when, in Unix milliseconds. */
  readonly at: number;
}

export type KnownPersons = ReadonlyMap<string, KnownPerson>;

/** Answers that say something of the person; what failed leaves standing what was known before. */
const telling: ReadonlySet<Outcome['kind']> = new Set(['following', 'notFollowing', 'invalid']);

/** Who is known here without asking WeChat: by recent lookups, and by all batches that are kept. */
export class KnownPeople {
  constructor(
    private readonly lookups: Pick<LookupHistory, 'recent'>,
    private readonly batches: Pick<BatchStore, 'answersAbout'>,
    private readonly changes: Pick<ChangeSource, 'overlay'>,
  ) {}

  /** @throws a cancellation, where long journals are read and the user does not wait */
  async of(appId: string, openids: readonly string[]): Promise<KnownPersons> {
    return withProgressIfSlow(l10n.t('Reading what is kept here of these people'), signal =>
      this.read(appId, new Set(openids), signal),
    );
  }

  private async read(
    appId: string,
    openids: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<KnownPersons> {
    const [recent, overlay] = await Promise.all([this.lookups.recent(appId), this.changes.overlay(appId)]);
    const people = new Map<string, KnownPerson>();
    const times = new Map<string, number>();
    // Of each answer no more is held than is asked for: there may be a million.
    const note = (outcome: Outcome, notBefore: number) => {
      const { openid, kind } = outcome;
      if (!openids.has(openid) || !telling.has(kind)) return;
      if ((times.get(openid) ?? -Infinity) > notBefore) return;
      times.set(openid, notBefore);
      people.set(openid, personOf(outcome, notBefore, overlay));
    };
    for (const { outcome, fetchedAt } of recent) note(outcome, fetchedAt);
    for await (const { outcome, notBefore } of this.batches.answersAbout({ appId, openids, signal }))
      note(outcome, notBefore);
    return people;
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
  known: KnownPersons,
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
