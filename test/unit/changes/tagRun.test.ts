import assert from 'node:assert/strict';
import { planTagging, TagRun, tagNameProblem } from '../../../src/changes';
import { answerLine, firstLines, readRun, stopLine } from '../../../src/changes/tagRun';

const fault = { errcode: 40003, errmsg: 'invalid openid' };
const head = {
  appId: 'wxA',
  accountName: '演示',
  action: 'tag',
  tagId: 105,
  tagName: 'VIP',
  startedAt: 5,
} as const;
const people = [
  { openid: 'oHas', before: { carries: true, at: 1 } },
  { openid: 'oFull', before: { carries: false, at: 2 }, isFull: true },
  { openid: 'oKnown', before: { carries: false, at: 3 } },
  { openid: 'oNew' },
  { openid: 'oBad' },
];

describe('a run that tags people', () => {
  const newRun = (action: 'tag' | 'untag' = 'tag') => new TagRun('tags-1', { ...head, action }, people);

  it('begins with everybody not tried but whom a kept profile spares', () => {
    const run = newRun();
    assert.deepEqual(run.counts, { done: 0, already: 1, full: 1, refused: 0, notTried: 3 });
    assert.deepEqual(run.pending, ['oKnown', 'oNew', 'oBad']);
    assert.deepEqual(run.outcomeAt(0), { kind: 'already', knownAt: 1 });
    assert.deepEqual(run.outcomeAt(1), { kind: 'full', knownAt: 2 });
    assert.deepEqual(run.outcomeAt(99), { kind: 'notTried' });
    // To take a tag away, it does not matter how many there are.
    assert.deepEqual(newRun('untag').counts, { done: 0, already: 2, full: 0, refused: 0, notTried: 3 });
  });

  it('counts each answer once, and knows whom of them an undo is about', () => {
    const run = newRun();
    run.note({ kind: 'done', openids: ['oKnown', 'oNew'] }, 7);
    run.note({ kind: 'done', openids: ['oKnown'] }, 8);
    run.note({ kind: 'refused', openids: ['oBad'], fault }, 9);
    assert.deepEqual(run.counts, { done: 2, already: 1, full: 1, refused: 1, notTried: 0 });
    assert.deepEqual([run.pending, run.undoableCount], [[], 1]);
    assert.deepEqual(
      run.undoable.map(({ openid }) => openid),
      ['oKnown'],
    );
    assert.deepEqual([...run.those('refused')], [{ openid: 'oBad' }]);
    assert.deepEqual(run.outcomeAt(4), { kind: 'refused', at: 9, fault });
    run.note({ kind: 'refused', openids: ['oKnown'], fault }, 10);
    assert.deepEqual([run.counts.done, run.counts.refused, run.undoableCount], [1, 2, 0]);
  });

  it('passes over people who were never of it', () => {
    const run = newRun();
    run.note({ kind: 'done', openids: ['oStranger', 'oHas'] }, 7);
    assert.deepEqual(run.counts, newRun().counts);
    assert.equal(run.undoableCount, 0);
  });

  it('is read as it was written, whatever stands between its lines', () => {
    const run = newRun();
    const lines: unknown[] = [...firstLines(run)];
    lines.push(answerLine({ kind: 'done', openids: ['oKnown'] }, 7), undefined, { nonsense: 1 });
    lines.push(answerLine({ kind: 'refused', openids: ['oBad'], fault }, 8));
    const read = readRun('tags-1', JSON.parse(JSON.stringify(lines.map(line => line ?? null))) as unknown[]);
    assert.deepEqual([read?.head, read?.people], [head, people]);
    assert.deepEqual(read?.counts, { done: 1, already: 1, full: 1, refused: 1, notTried: 1 });
    assert.deepEqual(read.outcomeAt(2), { kind: 'done', at: 7 });
    assert.equal(read.stoppedBy, undefined);
  });

  it('was stopped by what stands last, and by nothing where it went on', () => {
    const lines = [...firstLines(newRun()), stopLine(fault, 9)];
    assert.deepEqual(readRun('tags-1', lines)?.stoppedBy, fault);
    lines.push(answerLine({ kind: 'done', openids: ['oNew'] }, 10));
    assert.equal(readRun('tags-1', lines)?.stoppedBy, undefined);
  });

  it('of a newer version is none', () => {
    assert.equal(readRun('tags-1', [{ ...head, version: 2 }]), undefined);
    assert.equal(readRun('tags-1', []), undefined);
  });

  it('writes people in lines of a thousand', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ openid: `o${index}` }));
    const lines = [...firstLines(new TagRun('tags-2', head, many))];
    assert.equal(lines.length, 4);
    assert.deepEqual(readRun('tags-2', lines)?.people, many);
  });
});

describe('the plan of a run', () => {
  it('sends everybody once, fifty a call, and not whom a kept profile spares', () => {
    const plan = planTagging('tag', [...people, ...people]);
    assert.deepEqual([plan.people, plan.send, plan.calls], [people, ['oKnown', 'oNew', 'oBad'], 1]);
    const many = Array.from({ length: 51 }, (_, index) => ({ openid: `o${index}` }));
    assert.deepEqual([planTagging('tag', many).calls, planTagging('tag', many.slice(1)).calls], [2, 1]);
    assert.equal(planTagging('tag', []).calls, 0);
    assert.deepEqual(planTagging('untag', people).send, ['oHas', 'oNew', 'oBad']);
  });
});

describe('the name of a tag', () => {
  it('has at most 30 bytes, which is ten Chinese characters, and no other tag has it', () => {
    assert.equal(tagNameProblem('标'.repeat(10), []), undefined);
    assert.equal(tagNameProblem(`${'标'.repeat(10)}a`, []), 'tooLong');
    assert.equal(tagNameProblem('  ', []), 'empty');
    assert.equal(tagNameProblem('VIP', ['VIP']), 'taken');
    assert.equal(tagNameProblem('VIP', ['vip']), undefined);
  });
});
