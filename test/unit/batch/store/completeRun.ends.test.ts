import assert from 'node:assert/strict';
import { Batch, type Outcome, type OutcomeKind, StoreError } from '../../../../src/batch';
import { Journal } from '../../../../src/batch/journal/journal';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { completeRun } from '../../../../src/batch/store/completeRun';
import { type RawProfile, WeChatError } from '../../../../src/wechat';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';
import { isProblem, runOptions } from '../scenario';

const [one, two] = ['oTest_0000000000000000000000', 'oTest_0000000000000000000001'];
const gone = (openid: string): Outcome => ({
  kind: 'notFollowing',
  openid,
  profile: { openid, subscribe: 0 },
});
const row = (openid: string): RawProfile => ({ openid, subscribe: 0, unionid: 'u' });

describe('the end of a run', () => {
  let batch: Batch;
  beforeEach(() => (batch = new Batch(origin, new OutcomeTable([one, two]), () => 0)));

  interface Answers {
    readonly group?: (openids: readonly string[]) => Promise<RawProfile[]>;
    readonly single?: (openid: string) => Promise<RawProfile>;
    readonly again?: readonly OutcomeKind[];
    readonly signal?: AbortSignal;
    readonly lost?: AbortSignal;
  }

  function run({ group, single, again = [], signal, lost }: Answers): Promise<void> {
    const client = {
      batchGet: group ?? ((openids: readonly string[]) => Promise.resolve(openids.map(row))),
      userInfo: single ?? ((openid: string) => Promise.resolve(row(openid))),
    };
    return completeRun({ batch, client, lost, options: { ...runOptions(signal && { signal }), again } });
  }

  it('is done where all were answered', async () => {
    await run({});
    assert.deepEqual([batch.state, batch.counts.notFollowing, batch.stoppedBy], ['done', 2, undefined]);
  });

  it('is an interruption where somebody known was not returned, and nothing failed', async () => {
    batch.record([gone(one), gone(two)]);
    await run({
      again: ['notFollowing'],
      group: () => Promise.resolve([row(one)]),
      single: () => Promise.resolve(row('oSomebodyElse')),
    });
    assert.deepEqual(
      [batch.state, batch.stoppedBy, batch.toAskAgain.notFollowing],
      ['interrupted', undefined, 1],
    );
  });

  it('is told by the last failure where somebody known could not be asked again, though others could', async () => {
    batch.record([gone(one), gone(two)]);
    const fault = { errcode: 40032, errmsg: 'invalid openid list size' };
    await run({
      again: ['notFollowing'],
      group: () => Promise.resolve([]),
      single: openid =>
        openid === one ? Promise.reject(new WeChatError(fault)) : Promise.resolve(row(openid)),
    });
    assert.deepEqual([batch.state, batch.stoppedBy], ['stopped', fault]);
    assert.deepEqual([batch.counts.notFollowing, batch.toAskAgain.notFollowing], [2, 1]);
  });

  it('is an interruption and the reason where another window has taken it over', async () => {
    const lost = new AbortController();
    const reason = new StoreError('takenOver');
    const group = () => {
      lost.abort(reason);
      return Promise.reject(new Error('aborted'));
    };
    await assert.rejects(run({ group, lost: lost.signal }), reason);
    assert.equal(batch.state, 'interrupted');
  });

  it('is not noted in a journal that another window has taken over', async () => {
    const files = await WatchedFiles.with(linesOf(headOf(2), { openids: [one, two] }));
    const journal = new Journal(files, journalPath, 'b');
    batch.journal = journal;
    await journal.begin();
    const lost = new AbortController();
    const group = () => {
      lost.abort(new StoreError('takenOver'));
      return Promise.reject(new Error('aborted'));
    };
    await assert.rejects(run({ group, lost: lost.signal }), isProblem('takenOver'));
    await journal.end();
    assert.equal((await files.text()).split('{"state":').length - 1, 1, 'its beginning alone');
  });

  it('is a cancellation where the user ends it, with a window that could be lost or without', async () => {
    for (const lost of [undefined, new AbortController().signal]) {
      await run({ signal: AbortSignal.abort(), ...(lost && { lost }) });
      assert.equal(batch.state, 'cancelled');
    }
  });

  it('is an interruption, and the error, whatever else befell it', async () => {
    const error = new Error('the secret cannot be read');
    await assert.rejects(run({ group: () => Promise.reject(error) }), error);
    assert.deepEqual([batch.state, batch.runsHere], ['interrupted', false]);
  });
});
