import assert from 'node:assert/strict';
import { noCounts, type Outcome } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import {
  answerLines,
  parseProfile,
  parseRecord,
  progressLine,
  recordLines,
  stillLine,
  wholeRecord,
} from '../../../../src/batch/journal/journalRecord';
import { textOf } from '../../../../src/batch/line';
import { asLine } from '../scenario';

const fault = { errcode: 40003, errmsg: 'invalid openid' };
const counts = { ...noCounts, following: 3, pending: 1 };

describe('a record of a journal', () => {
  const read = (line: string | object, at?: number) =>
    parseRecord(asLine(typeof line === 'string' ? line : JSON.stringify(line)), at);

  it('that begins as WeChat’s profiles do is parsed when somebody wants it', () => {
    const text = '{"subscribe":1,"openid":"oA"}';
    const record = read(text, 5);
    assert.ok(record.kind === 'profile');
    assert.deepEqual([textOf(record.line), record.at], [text, 5]);
    const outcome = { kind: 'following', openid: 'oA', profile: { subscribe: 1, openid: 'oA' } };
    assert.deepEqual(wholeRecord(record), { kind: 'answer', outcome, at: 5 });
  });

  it('is a profile wherever the state stands in it, and whatever else does', () => {
    const profile = { openid: 'oA', kind: 'x', state: 'y', at: 1, still: [], openids: [], subscribe: 0 };
    assert.deepEqual(read(profile, 7), {
      kind: 'answer',
      outcome: { kind: 'notFollowing', openid: 'oA', profile },
      at: 7,
    });
  });

  it('is a failure where a profile has a state that nobody knows', () => {
    const record = parseProfile(asLine('{"subscribe":2,"openid":"oA"}'));
    assert.ok(record.kind === 'answer' && record.outcome.kind === 'failed');
  });

  it('is another outcome by its kind', () => {
    const outcome = { kind: 'invalid', openid: 'oA', fault };
    assert.deepEqual(read(outcome, 9), { kind: 'answer', outcome, at: 9 });
    assert.deepEqual(read(outcome), { kind: 'answer', outcome, at: undefined });
  });

  it('is a time, a list of openids, or kinds to ask for again, in both spellings', () => {
    assert.deepEqual(read('{"at":5}'), { kind: 'at', at: 5 });
    assert.deepEqual(read('{"openids":["a",""]}'), { kind: 'openids', openids: ['a', ''] });
    assert.deepEqual(read('{"openids":[]}'), { kind: 'openids', openids: [] });
    assert.deepEqual(read('{"still":["failed","invalid"]}'), { kind: 'still', kinds: ['failed', 'invalid'] });
    assert.deepEqual(read('{"again":["failed"]}'), { kind: 'still', kinds: ['failed'] });
  });

  it('is progress, of which nothing is what it does not say', () => {
    const least = { state: 'running', counts, apiCalls: 2, duration: 0.5 };
    const progress = { ...least, toAskAgain: noCounts, verified: 0, shifted: 0 };
    assert.deepEqual(read(least), { kind: 'progress', progress });
    const most = {
      ...progress,
      stoppedBy: fault,
      toAskAgain: counts,
      verified: 1,
      shifted: 2,
      refreshedAt: 3,
    };
    for (const state of ['done', 'cancelled', 'stopped', 'interrupted'])
      assert.deepEqual(read({ ...most, state }), { kind: 'progress', progress: { ...most, state } });
  });

  it('is a note of a later version by its unknown key', () => {
    for (const line of ['{}', '{"later":1}', '{"started":1}'])
      assert.deepEqual(read(line), { kind: 'unknown' });
  });

  for (const line of [
    '',
    '{',
    'null',
    '7',
    '"text"',
    '[]',
    '[{"at":5}]',
    '{"subscribe":1}',
    '{"openid":7,"subscribe":1}',
    '{"kind":"invalid","openid":"oA"}',
    '{"kind":"later","openid":"oA"}',
    '{"at":"5"}',
    '{"openids":"a"}',
    '{"openids":["a",7]}',
    '{"openids":{"0":"a"}}',
    '{"still":"failed"}',
    '{"still":["later"]}',
    '{"again":["later"]}',
    `{"state":"later","counts":${JSON.stringify(counts)},"apiCalls":0,"duration":0}`,
    '{"state":"done","counts":{},"apiCalls":0,"duration":0}',
    `{"state":"done","counts":${JSON.stringify({ ...counts, failed: -1 })},"apiCalls":0,"duration":0}`,
    `{"state":"done","counts":${JSON.stringify({ ...counts, failed: 0.5 })},"apiCalls":0,"duration":0}`,
    `{"state":"done","counts":${JSON.stringify(counts)},"apiCalls":-1,"duration":0}`,
    `{"state":"done","counts":${JSON.stringify(counts)},"apiCalls":0}`,
  ])
    it(`is damaged: ${line}`, () => assert.deepEqual(wholeRecord(read(line)), { kind: 'damaged' }));
});

describe('the lines of a journal', () => {
  const follower: Outcome = { kind: 'following', openid: 'oA', profile: { openid: 'oA', subscribe: 1 } };
  const gone: Outcome = { kind: 'notFollowing', openid: 'oB', profile: { openid: 'oB', subscribe: 0 } };
  const bad: Outcome = { kind: 'invalid', openid: 'oC', fault };
  const half: Outcome = { kind: 'failed', openid: 'oD', fault, profile: { openid: 'oD' } };

  it('are profiles where an outcome follows from one, and outcomes otherwise', () => {
    assert.equal(
      recordLines([follower, gone, bad, half]),
      [
        '{"openid":"oA","subscribe":1}\n{"openid":"oB","subscribe":0}\n',
        '{"kind":"invalid","openid":"oC","fault":{"errcode":40003,"errmsg":"invalid openid"}}\n',
        '{"kind":"failed","openid":"oD","fault":{"errcode":40003,"errmsg":"invalid openid"},"profile":{"openid":"oD"}}\n',
      ].join(''),
    );
    assert.equal(recordLines([]), '');
  });

  it('of answers begin with their time, and are WeChat’s own where they are at hand', () => {
    assert.deepEqual(answerLines([], 5), []);
    assert.deepEqual(answerLines([gone], 5), ['{"at":5}\n', '{"openid":"oB","subscribe":0}\n']);
    const lines = Buffer.from('{"subscribe":0,"openid":"oB"}\n');
    assert.deepEqual(answerLines([gone], 5, lines), ['{"at":5}\n', lines]);
  });

  it('name the kinds that are to be asked for again', () => {
    assert.equal(stillLine(['failed', 'notReturned']), '{"still":["failed","notReturned"]}\n');
  });

  it('of progress begin with its state, and leave out what is nothing', () => {
    const progress = { ...unstarted, counts: noCounts };
    const zeros = JSON.stringify(noCounts);
    const start = `{"state":"interrupted","counts":${zeros}`;
    assert.equal(progressLine(progress), `${start},"apiCalls":0,"duration":0}\n`);
    for (const [change, text] of [
      [{ verified: 1 }, `${start},"apiCalls":0,"duration":0,"verified":1}\n`],
      [{ shifted: 1 }, `${start},"apiCalls":0,"duration":0,"shifted":1}\n`],
      [{ refreshedAt: 0 }, `${start},"apiCalls":0,"duration":0,"refreshedAt":0}\n`],
      [
        { toAskAgain: { ...noCounts, failed: 1 } },
        `${start},"toAskAgain":${zeros.replace('"failed":0', '"failed":1')},"apiCalls":0,"duration":0}\n`,
      ],
      [
        { stoppedBy: fault },
        `${start.replace(',', `,"stoppedBy":${JSON.stringify(fault)},`)},"apiCalls":0,"duration":0}\n`,
      ],
    ] as const)
      assert.equal(progressLine({ ...progress, ...change }), text);
  });
});
