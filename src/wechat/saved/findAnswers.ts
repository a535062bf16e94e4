import { setImmediate as nextTurn } from 'node:timers/promises';

import { type RawProfile } from '../api/answers';
import { type WeChatFault } from '../errors/fault';
import { Pace, type Work } from '../json/work';
import { AnswerReader } from './answerReader';
import { looksOf, type OtherText, wrongTexts } from './answers/looks';
import { type FailedRow } from './answers/userAnswers';
import { unnamedErrorIn } from './words/unnamedError';

/** What a text holds that WeChat answered elsewhere. */
export interface FoundAnswers {
  /** One for each openid: the last one where there are several. In the order of first appearance. */
  readonly profiles: readonly RawProfile[];
  /** Profiles of an openid that a later one replaced. */
  readonly duplicates: number;
  /** Each error once. */
  readonly errors: readonly WeChatFault[];
  /** Each kind once, the most telling first. Without profiles and errors there is at least one. */
  readonly others: readonly OtherText[];
  /** Openids without profiles, in lists and the like: these can be asked for. */
  readonly openids: readonly string[];
  /** Rows of changeopenid that failed. */
  readonly failures: readonly FailedRow[];
}

/** UTF-16 units, about 30 MB of ASCII. */
export const maxAnswerLength = 30_000_000;

export interface FindAnswersOptions {
  readonly signal?: AbortSignal;
  /** Lets other work run; called after about every 256 K of text. */
  readonly breathe?: () => Promise<unknown>;
}

/**
 * Finds saved answers of user/info and batchget, and error bodies, in any text: alone, in a log line, in another
 * JSON, escaped inside its strings, several of them, with whatever damage `parseAnswer` mends. Where there is
 * none it says what the text is instead. Linear in time; needs no account and no network.
 *
 * @throws `signal.reason`
 */
export async function findAnswers(text: string, options: FindAnswersOptions = {}): Promise<FoundAnswers> {
  const { signal, breathe = nextTurn } = options;
  signal?.throwIfAborted();
  const work = answersIn(text);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe();
    signal?.throwIfAborted();
  }
}

/** `findAnswers`, part by part. */
export function* answersIn(text: string): Work<FoundAnswers> {
  if (text.length > maxAnswerLength) return nothing('tooLong');
  const pace = new Pace();
  const asUsual = yield* new AnswerReader('escaped', pace).read(text);
  const isDoubtful = asUsual.isEmpty && asUsual.isBroken && asUsual.isAmbiguous;
  const found = isDoubtful ? better(asUsual, yield* new AnswerReader('literal', pace).read(text)) : asUsual;
  const { duplicates, errors, isEmpty } = found;
  // Beside an answer, a wrapper's own errcode 0 says nothing.
  const isAnswered = !isEmpty || found.others.some(what => what !== 'success' && !isWrong(what));
  const others = found.others.filter(what => !isAnswered || what !== 'success');
  const answers = {
    profiles: [...found.profiles.values()],
    duplicates,
    errors,
    others,
    openids: [...found.openids],
    failures: found.failures,
  };
  if (!isEmpty || others.some(what => what !== 'success')) return answers;
  const looks = looksOf(text, found.isJson);
  const unnamed = looks === 'text' || looks === 'json' ? unnamedErrorIn(text) : undefined;
  if (unnamed && others.length === 0) return { ...answers, errors: [unnamed] };
  // A page of a gateway may hold an errcode 0 of its own.
  return others.length === 0 || looks === 'html' ? nothing(looks) : answers;
}

/** What is said of a text in which something is wrong, whatever the rest of it is. */
function isWrong(what: OtherText): boolean {
  return wrongTexts.includes(what);
}

function nothing(what: OtherText): FoundAnswers {
  return { profiles: [], duplicates: 0, errors: [], others: [what], openids: [], failures: [] };
}

/** A person's backslash at the end of a value looks like an escaped quote; that reading is the rarer one. */
function better(asUsual: AnswerReader, literal: AnswerReader): AnswerReader {
  return literal.isEmpty ? asUsual : literal;
}
