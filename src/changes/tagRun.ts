import * as v from 'valibot';
import { faultSchema } from '../batch';
import { type Fault } from '../wechat';
import { type TagAnswer } from './runTagging';
import { hasNoRoom, isAlready, type TagAction, type TaggedPerson } from './tagPlan';

/** What became of one person of a run. */
export type TagOutcome =
  | { readonly kind: 'done'; readonly at: number }
  /** A kept profile showed it so; they were not sent. */
  | { readonly kind: 'already'; readonly knownAt: number }
  /** A kept profile shows 20 tags, as many as WeChat allows; they were not sent. */
  | { readonly kind: 'full'; readonly knownAt: number }
  | { readonly kind: 'refused'; readonly at: number; readonly fault: Fault }
  | { readonly kind: 'notTried' };

export type TagCounts = Readonly<Record<TagOutcome['kind'], number>>;

const headLine = v.object({
  version: v.literal(1),
  appId: v.string(),
  accountName: v.string(),
  action: v.picklist(['tag', 'untag']),
  tagId: v.number(),
  tagName: v.string(),
  startedAt: v.number(),
});
export type TagRunHead = Omit<v.InferOutput<typeof headLine>, 'version'>;

const openids = v.array(v.string());
const line = v.union([
  v.object({
    people: v.array(
      v.tuple([v.string(), v.optional(v.boolean()), v.optional(v.number()), v.optional(v.boolean())]),
    ),
  }),
  v.object({ done: openids, at: v.number() }),
  v.object({ refused: openids, fault: faultSchema, at: v.number() }),
  v.object({ stopped: faultSchema, at: v.number() }),
]);

const peopleALine = 1_000;

/** A run that gives one tag to people, or takes it from them, with what became of each. */
export class TagRun {
  readonly #answers = new Map<string, TagOutcome & { kind: 'done' | 'refused' }>();
  /** Kept up to date: a page is drawn again and again while there may be a million. */
  readonly #by: Readonly<Record<TagOutcome['kind'], Map<string, TaggedPerson>>> = {
    done: new Map(),
    already: new Map(),
    full: new Map(),
    refused: new Map(),
    notTried: new Map(),
  };
  #undoable = 0;
  /** What concerned all of it and ended it; undefined where nothing did, or since it went on. */
  stoppedBy: Fault | undefined;

  constructor(
    readonly id: string,
    readonly head: TagRunHead,
    readonly people: readonly TaggedPerson[],
  ) {
    for (const person of people) this.#by[this.outcomeOf(person).kind].set(person.openid, person);
  }

  get action(): TagAction {
    return this.head.action;
  }

  outcomeOf(person: TaggedPerson): TagOutcome {
    const answer = this.#answers.get(person.openid);
    if (answer) return answer;
    const knownAt = person.before?.at ?? 0;
    if (isAlready(this.action, person)) return { kind: 'already', knownAt };
    return hasNoRoom(this.action, person) ? { kind: 'full', knownAt } : { kind: 'notTried' };
  }

  /** By the place among the people of the run. */
  outcomeAt(index: number): TagOutcome {
    const person = this.people[index];
    return person ? this.outcomeOf(person) : { kind: 'notTried' };
  }

  get counts(): TagCounts {
    const { done, already, full, refused, notTried } = this.#by;
    return {
      done: done.size,
      already: already.size,
      full: full.size,
      refused: refused.size,
      notTried: notTried.size,
    };
  }

  /** Those of one outcome. */
  those(kind: TagOutcome['kind']): Iterable<TaggedPerson> {
    return this.#by[kind].values();
  }

  /** Who is still to be sent. */
  get pending(): readonly string[] {
    return [...this.#by.notTried.keys()];
  }

  /**
   * Whom an undo is about: those whose kept profile shows that this run changed something. Of the others nobody knows
   * whether they had the tag before.
   */
  get undoable(): readonly TaggedPerson[] {
    return this.people.filter(person => person.before && this.outcomeOf(person).kind === 'done');
  }

  get undoableCount(): number {
    return this.#undoable;
  }

  note(answer: TagAnswer, at: number): void {
    const outcome =
      answer.kind === 'done'
        ? ({ kind: 'done', at } as const)
        : ({ kind: 'refused', at, fault: answer.fault } as const);
    for (const openid of answer.openids) this.#settle(openid, outcome);
  }

  /** Takes in a line of its file; anything else is passed over. */
  restore(value: unknown): void {
    const read = v.safeParse(line, value);
    if (!read.success) return;
    const known = read.output;
    if ('done' in known)
      for (const openid of known.done) this.#settle(openid, { kind: 'done', at: known.at });
    if ('refused' in known) {
      const { fault, at } = known;
      for (const openid of known.refused) this.#settle(openid, { kind: 'refused', at, fault });
    }
    this.stoppedBy = 'stopped' in known ? known.stopped : undefined;
  }

  #settle(openid: string, outcome: TagOutcome & { kind: 'done' | 'refused' }): void {
    const before = this.#answers.get(openid)?.kind ?? 'notTried';
    const person = this.#by[before].get(openid);
    // A damaged file may name people who were never sent.
    if (!person) return;
    this.#answers.set(openid, outcome);
    this.#by[before].delete(openid);
    this.#by[outcome.kind].set(openid, person);
    if (person.before) this.#undoable += Number(outcome.kind === 'done') - Number(before === 'done');
  }
}

/** The lines with which the file of a run begins. */
export function* firstLines({ head, people }: TagRun): Iterable<unknown> {
  yield { version: 1, ...head };
  for (let at = 0; at < people.length; at += peopleALine) {
    yield {
      people: people
        .slice(at, at + peopleALine)
        .map(({ openid, before, isFull }) =>
          before ? [openid, before.carries, before.at, ...(isFull ? [true] : [])] : [openid],
        ),
    };
  }
}

export function answerLine(answer: TagAnswer, at: number): unknown {
  return answer.kind === 'done'
    ? { done: answer.openids, at }
    : { refused: answer.openids, fault: answer.fault, at };
}

export function stopLine(stopped: Fault, at: number): unknown {
  return { stopped, at };
}

/** Undefined where the lines are no run of this version. */
export function readRun(id: string, values: readonly unknown[]): TagRun | undefined {
  const [first, ...rest] = values;
  const head = v.safeParse(headLine, first);
  if (!head.success) return undefined;
  const { appId, accountName, action, tagId, tagName, startedAt } = head.output;
  const named = { appId, accountName, action, tagId, tagName, startedAt };
  const people = rest.flatMap(value => {
    const read = v.safeParse(line, value);
    if (!read.success || !('people' in read.output)) return [];
    return read.output.people.map(([openid, carries, at, isFull]): TaggedPerson =>
      carries === undefined
        ? { openid }
        : { openid, before: { carries, at: at ?? 0 }, ...(isFull && { isFull }) },
    );
  });
  const run = new TagRun(id, named, people);
  for (const value of rest) run.restore(value);
  return run;
}
