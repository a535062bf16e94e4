import assert from 'node:assert/strict';
import { type ListKind, Nesting } from '../../../../../src/openids/text/lists/nesting';

/** Brackets that were opened one in the other. */
function opened(brackets: string, kind: ListKind = 'free'): Nesting {
  const nesting = new Nesting('undecided');
  for (const bracket of brackets) nesting.push(bracket, kind);
  return nesting;
}

describe('Nesting', () => {
  it('knows of each bracket what is in it, and what is outside of all', () => {
    const nesting = new Nesting('undecided');
    const kinds: ListKind[] = [nesting.kind];
    for (const kind of ['every', 'none', 'free', 'undecided'] as const) {
      nesting.push('[', kind);
      kinds.push(nesting.kind);
    }
    for (let i = 0; i < 4; i++) {
      nesting.pop(']');
      kinds.push(nesting.kind);
    }
    assert.deepEqual(kinds, [
      ...['undecided', 'every', 'none', 'free', 'undecided'],
      ...['free', 'none', 'every', 'undecided'],
    ]);
  });

  it('may learn it later, of the innermost alone', () => {
    const nesting = new Nesting('undecided');
    nesting.kind = 'free';
    nesting.push('[', 'undecided');
    nesting.push('{', 'undecided');
    nesting.kind = 'every';
    assert.ok(nesting.isIn('{'));
    assert.equal(nesting.kind, 'every');
    nesting.pop('}');
    assert.equal(nesting.kind, 'undecided');
    nesting.pop(']');
    assert.equal(nesting.kind, 'free');
  });

  it('knows the innermost bracket', () => {
    for (const bracket of '([{（［｛【') {
      const nesting = opened(`(${bracket}`);
      for (const other of '([{（［｛【') assert.equal(nesting.isIn(other), other === bracket);
    }
    assert.ok(!opened('').isIn('('));
  });

  it('closes each bracket by its own', () => {
    const pairs = ['()', '[]', '{}', '（）', '［］', '｛｝', '【】'];
    for (const [opener = '', closer = ''] of pairs) {
      const nesting = opened(opener);
      for (const [, other = ''] of pairs.filter(pair => pair[1] !== closer)) nesting.pop(other);
      assert.equal(nesting.depth, 1);
      nesting.pop(closer);
      assert.equal(nesting.depth, 0);
    }
  });

  it('closes what was left open within', () => {
    const nesting = opened('([{[');
    nesting.pop('}');
    assert.deepEqual([nesting.depth, nesting.isIn('[')], [2, true]);
    nesting.pop(')');
    assert.equal(nesting.depth, 0);
  });

  it('closes nothing by a stray bracket', () => {
    const nesting = opened('([');
    for (const closer of ['}', ')', ')', ']', '}']) nesting.pop(closer);
    assert.equal(nesting.depth, 0);
    nesting.push('(', 'every');
    nesting.pop(']');
    assert.deepEqual([nesting.depth, nesting.kind], [1, 'every']);
    nesting.push('[', 'free');
    nesting.pop(']');
    nesting.pop(']');
    assert.deepEqual([nesting.depth, nesting.kind], [1, 'every']);
  });

  it('has room for any number of brackets', () => {
    const nesting = opened('[{'.repeat(100), 'none');
    for (let depth = 200; depth > 0; depth--) {
      assert.deepEqual([nesting.depth, nesting.kind, nesting.isIn('{')], [depth, 'none', depth % 2 === 0]);
      nesting.pop(depth % 2 === 0 ? '}' : ']');
    }
    assert.equal(nesting.depth, 0);
  });
});
