import assert from 'node:assert/strict';

import { Batch, type Outcome } from '../../../../src/batch';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { overviewOf } from '../../../../src/panels/batch/overview';

const origin = {
  id: 'b',
  appId: 'wx0000000000000000',
  accountName: '服务号',
  source: 'list.json',
  lang: 'zh_CN',
  startedAt: 0,
} as const;

describe('the overview of a batch', () => {
  const openids = ['o6_bmjrPTlm6_2sgVt7hMZOPfL2M', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2N'];
  const refusal = { errcode: 40003, errmsg: 'invalid openid', endpoint: '/cgi-bin/user/info' };
  const unknown: Outcome = { kind: 'invalid', openid: openids[0] ?? '', fault: refusal };

  function batch(): Batch {
    const made = new Batch(origin, new OutcomeTable(openids), () => 0);
    made.begin([]);
    return made;
  }

  it('tells whose openids they are, where from, and the counts', () => {
    const view = overviewOf(batch(), 'en');
    assert.deepEqual([view.accountName, view.source, view.state], ['服务号', 'list.json', 'running']);
    assert.deepEqual([view.total, view.counts.pending], [2, 2]);
    assert.equal(view.problem, undefined);
    assert.equal(view.isOfWrongAccount, false);
  });

  it('explains what has stopped it', () => {
    const stopped = batch();
    stopped.end('stopped', { errcode: 45009, errmsg: 'reach max api daily quota limit', endpoint: '/' });
    const { problem, isOfWrongAccount } = overviewOf(stopped, 'en');
    assert.equal(problem?.code, '45009');
    assert.equal(isOfWrongAccount, false);
  });

  it('tells a list of another account from an openid that is unknown', () => {
    const stopped = batch();
    stopped.record([unknown]);
    stopped.end('stopped', refusal);
    assert.equal(overviewOf(stopped, 'en').isOfWrongAccount, true);
  });
});
