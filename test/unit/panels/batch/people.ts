import { type Outcome } from '../../../../src/batch';
import { type Rows } from '../../../../src/panels/batch/table/rowFacts';

export function openidOf(number: number): string {
  return `oAbCd1${String(number).padStart(22, '0')}`;
}

export function following(number: number, fields: object = {}): Outcome {
  const openid = openidOf(number);
  return { kind: 'following', openid, profile: { openid, subscribe: 1, ...fields } };
}

export function notFollowing(number: number): Outcome {
  const openid = openidOf(number);
  return { kind: 'notFollowing', openid, profile: { openid, subscribe: 0 } };
}

export function invalid(number: number): Outcome {
  return { kind: 'invalid', openid: openidOf(number), fault: { errcode: 40003, errmsg: 'invalid openid' } };
}

export function pending(number: number): Outcome {
  return { kind: 'pending', openid: openidOf(number) };
}

/** Unix milliseconds of the answer about the first row; each later one came a second later. */
export const firstAnswer = Date.UTC(2026, 10, 22);

/** Rows whose outcomes a test may replace. */
export function rowsOf(outcomes: Outcome[]): Rows {
  const openids = outcomes.map(({ openid }) => openid);
  const seen = outcomes.map(outcome => ({ outcome, change: outcome.kind === 'pending' ? 0 : 1 }));
  return {
    openids,
    startedAt: firstAnswer,
    indexOf: openid => openids.indexOf(openid),
    outcomeAt: index => outcomes[index],
    answeredAt: index => (outcomes[index]?.kind === 'pending' ? undefined : firstAnswer + index * 1000),
    isToAskAgain: () => false,
    changeOf(index) {
      const row = seen[index];
      const outcome = outcomes[index];
      if (!row || !outcome || outcome === row.outcome) return row?.change ?? 0;
      row.outcome = outcome;
      return ++row.change;
    },
  };
}
