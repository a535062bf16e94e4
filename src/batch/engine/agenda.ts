import { type Fault, isWeChatFault, type ProfileRows, type RawProfile } from '../../wechat';
import { type Outcome } from '../outcome';
import { type RunEvent } from './events';
import { type Group, Isolation } from './isolate';
import { likely } from './plan';
import { type Question, type Reply, type Unproven } from './question';
import {
  outcomeOfFailure,
  outcomeOfRefusal,
  type Settled,
  settleRows,
  settleSingle,
  type Single,
} from './settle';
import { isVerified, rowToVerify } from './verify';

/** 40032: "user list is too large", or empty. */
const listTooLong = 40032;

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** What a run has still to ask, and what the answers settle. Every openid is settled once, by whatever way. */
export class Agenda {
  readonly #isolations: readonly Isolation[];
  /** Single persons, who were asked for before. */
  readonly #singles: Question[] = [];
  /** What failed comes last: until then it may have passed. */
  readonly #again: Question[] = [];

  constructor(
    openids: readonly string[],
    private readonly onEvent: (event: RunEvent) => void,
  ) {
    this.#isolations = likely(openids).map(alike => new Isolation(alike));
  }

  /** The next question, `undefined` while there is none before others are answered. */
  next(): Question | undefined {
    const single = this.#singles.shift();
    if (single) return single;
    return (
      this.#group(isolation => isolation.next()) ??
      this.#group(isolation => isolation.leftOver()) ??
      this.#again.shift()
    );
  }

  /** Keeps a question that failed for later. */
  again(question: Question): void {
    this.#again.push(question);
  }

  /** Takes the reply to a question of `next`, which came at a time in Unix milliseconds. */
  settle(question: Question, reply: Reply, at: number): Settled {
    switch (question.kind) {
      case 'group':
        return this.#settleGroup(question, reply, at);
      case 'single':
        return { outcomes: [outcomeOfSingle(question.single, reply)], at };
      case 'proof':
        return this.#settleProof(question, reply, at);
    }
  }

  #group(next: (isolation: Isolation) => Group | undefined): Question | undefined {
    for (const isolation of this.#isolations) {
      const group = next(isolation);
      if (group) return { kind: 'group', group, isolation, sent: 0, failures: 0 };
    }
    return undefined;
  }

  #settleGroup({ group, isolation }: Of<'group'>, reply: Reply, at: number): Settled {
    switch (reply.kind) {
      case 'rows':
        isolation.taken(group);
        return this.#settleRows({ openids: group.openids, rows: reply.rows, at });
      case 'refused':
        return { outcomes: refuse(isolation, group, reply.fault), at };
      case 'failed':
        isolation.failed(group);
        return { outcomes: failures(group.openids, reply.fault), at };
    }
  }

  #settleRows(answer: Unproven): Settled {
    const row = rowToVerify(answer.rows);
    if (!row) return this.#believe(answer);
    this.#singles.push({ kind: 'proof', row, unproven: answer, sent: 0, failures: 0 });
    return { outcomes: [], at: answer.at };
  }

  #settleProof({ row, unproven }: Of<'proof'>, reply: Reply, at: number): Settled {
    const { openids, rows } = unproven;
    const [single] = reply.kind === 'rows' ? reply.rows : [];
    if (single && isVerified(row, single)) {
      this.onEvent({ kind: 'verified', openid: row.openid });
      return this.#believe(unproven);
    }
    if (reply.kind === 'failed') return { outcomes: failures(openids, reply.fault, rows), at };
    this.onEvent({ kind: 'shifted', openids });
    // What this call said of the one person it was about is final.
    const others = openids.filter(openid => openid !== row.openid);
    this.#askSingly(others.map(openid => ({ openid })));
    return { outcomes: [outcomeOfSingle({ openid: row.openid }, reply)], at };
  }

  #believe({ openids, rows, at }: Unproven): Settled {
    const { outcomes, lines, singles } = settleRows(openids, rows);
    this.#askSingly(singles);
    return { outcomes, lines, at };
  }

  #askSingly(singles: readonly Single[]): void {
    for (const single of singles) this.#singles.push({ kind: 'single', single, sent: 0, failures: 0 });
  }
}

/** WeChat refused the openids themselves (40003 and its kin) without saying which one. */
function refuse(isolation: Isolation, group: Group, fault: Fault): readonly Outcome[] {
  const [openid, second] = group.openids;
  if (second !== undefined && isWeChatFault(fault) && fault.errcode === listTooLong) {
    isolation.tooLarge(group);
    return [];
  }
  isolation.refused(group);
  if (openid === undefined || second !== undefined) return [];
  return [outcomeOfSingle({ openid }, { kind: 'refused', fault })];
}

function outcomeOfSingle(single: Single, reply: Reply): Outcome {
  switch (reply.kind) {
    case 'rows':
      return settleSingle(single.openid, reply.rows[0]);
    case 'refused':
      return outcomeOfRefusal(single.openid, reply.fault) ?? outcomeOfFailure(single, reply.fault);
    case 'failed':
      return outcomeOfFailure(single, reply.fault);
  }
}

function failures(openids: readonly string[], fault: Fault, rows: ProfileRows = []): readonly Outcome[] {
  const rowOf = new Map<string, RawProfile>(rows.map(row => [row.openid, row]));
  return openids.map(openid => outcomeOfFailure({ openid, doubtful: rowOf.get(openid) }, fault));
}
