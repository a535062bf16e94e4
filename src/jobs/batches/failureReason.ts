import { env } from 'vscode';

import { type Batch, type Outcome } from '../../batch';
import { sentencesOf } from '../../ui/problems/problemOf';
import { displayLanguage, explainError, type Fault, isWeChatFault } from '../../wechat';

/** Why most of the openids that failed did so, and what to do about it; undefined where none failed. */
export function failureReason(batches: readonly Batch[]): string | undefined {
  const reasons = new Map<string | number, { fault: Fault; count: number }>();
  for (const fault of batches
    .filter(({ counts }) => counts.failed > 0)
    .flatMap(batch => [...faultsOf(batch)])) {
    const reason = isWeChatFault(fault) ? fault.errcode : fault.reason;
    const known = reasons.get(reason);
    if (known) known.count++;
    else reasons.set(reason, { fault, count: 1 });
  }
  const [most] = [...reasons.values()].sort((a, b) => b.count - a.count);
  return most && sentencesOf(explainError(most.fault, displayLanguage(env.language)));
}

function* faultsOf(batch: Batch): Generator<Fault> {
  for (const outcome of outcomesOf(batch)) if (outcome.kind === 'failed') yield outcome.fault;
}

export function* outcomesOf(batch: Batch): Generator<Outcome> {
  for (let index = 0; index < batch.openids.length; index++) {
    const outcome = batch.outcomeAt(index);
    if (outcome) yield outcome;
  }
}
