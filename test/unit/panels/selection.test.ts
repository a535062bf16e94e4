import assert from 'node:assert/strict';

import { Selection } from '../../../src/panels/selection';

const shown = Uint32Array.of(9, 7, 5, 3, 1);

function selected(...changes: Parameters<Selection['apply']>[0][]): number[] {
  const selection = new Selection();
  for (const change of changes) selection.apply(change, shown);
  return picked(selection);
}

function picked(selection: Selection): number[] {
  return Array.from({ length: 10 }, (_, row) => row).filter(row => selection.has(row));
}

describe('selection', () => {
  it('picks one row instead of others', () => {
    assert.deepEqual(selected({ kind: 'only', position: 0 }, { kind: 'only', position: 1 }), [7]);
  });

  it('adds and takes away single rows', () => {
    assert.deepEqual(
      selected(
        { kind: 'only', position: 0 },
        { kind: 'toggle', position: 4 },
        { kind: 'toggle', position: 2 },
        { kind: 'toggle', position: 0 },
      ),
      [1, 5],
    );
  });

  it('reaches from the row last picked, down or up', () => {
    assert.deepEqual(selected({ kind: 'only', position: 1 }, { kind: 'extend', position: 3 }), [3, 5, 7]);
    assert.deepEqual(
      selected(
        { kind: 'only', position: 2 },
        { kind: 'extend', position: 4 },
        { kind: 'extend', position: 1 },
      ),
      [5, 7],
    );
  });

  it('reaches to one row where none was picked', () => {
    assert.deepEqual(selected({ kind: 'extend', position: 2 }), [5]);
  });

  it('takes every row that is shown, or none', () => {
    assert.deepEqual(selected({ kind: 'all' }), [1, 3, 5, 7, 9]);
    assert.deepEqual(selected({ kind: 'all' }, { kind: 'none' }), []);
  });

  it('ignores a position beyond the list', () => {
    assert.deepEqual(selected({ kind: 'only', position: 1 }, { kind: 'toggle', position: 99 }), [7]);
  });

  it('stays while other rows are shown', () => {
    const selection = new Selection();
    selection.apply({ kind: 'only', position: 0 }, shown);
    selection.apply({ kind: 'toggle', position: 0 }, Uint32Array.of(2));
    assert.deepEqual(picked(selection), [2, 9]);
  });
});
