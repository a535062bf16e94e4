import { type Profile } from '../wechat';
import { type Change } from './change';

/** What of a profile can be changed from here. */
export interface Changeable {
  readonly remark?: string | undefined;
  readonly tagIds?: readonly number[] | undefined;
}

export interface Laid extends Changeable {
  /** When the last of the changes was made that are laid over the answer, in Unix milliseconds; undefined for none. */
  readonly changedAt: number | undefined;
}

/** A profile as it is by now; `changedAt` where a change from here is laid over the answer. */
export interface LaidProfile extends Profile {
  readonly changedAt?: number | undefined;
}

/** The confirmed changes of an account, by person. */
export class Overlay {
  readonly #changes = new Map<string, Change[]>();

  constructor(changes: Iterable<Change>) {
    for (const change of changes) {
      const known = this.#changes.get(change.openid);
      if (known) known.push(change);
      else this.#changes.set(change.openid, [change]);
    }
    for (const each of this.#changes.values()) each.sort((a, b) => a.at - b.at);
  }

  /** Those whom one of the two knows more changes of than the other. */
  differing(other: Overlay | undefined): string[] {
    const theirs: ReadonlyMap<string, readonly Change[]> = other ? other.#changes : new Map();
    const openids = new Set([...this.#changes.keys(), ...theirs.keys()]);
    return [...openids].filter(openid => this.#changes.get(openid)?.length !== theirs.get(openid)?.length);
  }

  /** A decoded profile as it is by now. Of an answer whose time nobody noted, it is not known what came later. */
  overProfile(profile: Profile, answeredAt: number | undefined): LaidProfile {
    if (answeredAt === undefined || !this.#changes.has(profile.openid)) return profile;
    const { remark, tagIds, changedAt } = this.over(profile.openid, profile, answeredAt);
    return { ...profile, remark: remark === '' ? undefined : remark, tagIds: tagIds ?? [], changedAt };
  }

  /** The profile as it is by now, where it was changed after WeChat answered it. */
  over(openid: string, answer: Changeable, answeredAt: number): Laid {
    let { remark, tagIds } = answer;
    let changedAt: number | undefined;
    for (const change of this.#changes.get(openid) ?? []) {
      if (change.at <= answeredAt) continue;
      changedAt = change.at;
      switch (change.kind) {
        case 'remark':
          remark = change.remark;
          break;
        case 'tag':
          tagIds = [...(tagIds ?? []).filter(id => id !== change.tagId), change.tagId];
          break;
        case 'untag':
          tagIds = (tagIds ?? []).filter(id => id !== change.tagId);
          break;
      }
    }
    return { remark, tagIds, changedAt };
  }
}
