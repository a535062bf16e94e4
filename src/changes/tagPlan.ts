export type TagAction = 'tag' | 'untag';

/** What a kept profile shows of a person and the tag. */
export interface KnownBefore {
  readonly carries: boolean;
  /** When the profile was fetched, in Unix milliseconds. */
  readonly at: number;
}

export interface TaggedPerson {
  readonly openid: string;
  /** Undefined where no profile of them is kept. */
  readonly before?: KnownBefore | undefined;
  /** Whether a kept profile shows as many tags as anybody may carry, this one not among them. */
  readonly isFull?: boolean | undefined;
}

/** WeChat takes no more in one call, and nobody carries more tags. */
export const mostAtOnce = 50;
const mostTags = 20;

export interface TagPlan {
  /** Each person once. */
  readonly people: readonly TaggedPerson[];
  /** Whom WeChat will be asked about; the others are as they should be, or can carry no more, by a kept profile. */
  readonly send: readonly string[];
  readonly calls: number;
}

/** What a run will do. */
export function planTagging(action: TagAction, people: Iterable<TaggedPerson>): TagPlan {
  const byOpenid = new Map<string, TaggedPerson>();
  for (const person of people) byOpenid.set(person.openid, byOpenid.get(person.openid) ?? person);
  const distinct = [...byOpenid.values()];
  const send = distinct.filter(person => !isKnown(action, person)).map(({ openid }) => openid);
  return { people: distinct, send, calls: Math.ceil(send.length / mostAtOnce) };
}

export function isAlready(action: TagAction, { before }: TaggedPerson): boolean {
  return before?.carries === (action === 'tag');
}

/** Whether they are tagged in vain, as far as a kept profile tells. */
export function hasNoRoom(action: TagAction, { isFull }: TaggedPerson): boolean {
  return action === 'tag' && isFull === true;
}

function isKnown(action: TagAction, person: TaggedPerson): boolean {
  return isAlready(action, person) || hasNoRoom(action, person);
}

/** Whether one more tag is too many (45059), as far as a kept profile tells. */
export function isFull(tagIds: readonly number[]): boolean {
  return tagIds.length >= mostTags;
}
