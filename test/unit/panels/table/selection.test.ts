import assert from 'node:assert/strict';

import { Selection } from '../../../../src/panels/table/selection';

const shown = Uint32Array.of(9, 7, 5, 3, 1);

function picked(change: (selection: Selection) => void): number[] {
  const selection = new Selection(10);
  change(selection);
  return selection.all().sort((a, b) => a - b);
}

describe('selection', () => {
  it('picks one row instead of others', () => {
    assert.deepEqual(
      picked(selection => {
        selection.pick(9);
        selection.pick(7);
      }),
      [7],
    );
  });

  it('adds and takes away single rows', () => {
    assert.deepEqual(
      picked(selection => {
        selection.pick(9);
        for (const row of [1, 5, 9]) selection.toggle(row);
      }),
      [1, 5],
    );
  });

  describe('reaches', () => {
    it('from the row last picked, down or up', () => {
      const selection = new Selection(10);
      selection.pick(5);
      selection.extend(1, shown, undefined);
      assert.deepEqual(selection.all(), [1, 3, 5]);
      selection.extend(7, shown, 1);
      assert.deepEqual(selection.all(), [5, 7]);
    });

    it('from the row with the keyboard where none was picked, and goes on from there', () => {
      const selection = new Selection(10);
      selection.extend(5, shown, 7);
      assert.deepEqual(selection.all(), [5, 7]);
      selection.extend(3, shown, 5);
      assert.deepEqual(selection.all(), [3, 5, 7]);
    });

    it('from the row with the keyboard where the one last picked is filtered away', () => {
      const selection = new Selection(10);
      selection.pick(2);
      selection.extend(3, shown, 5);
      assert.deepEqual(selection.all(), [3, 5]);
    });

    it('to one row where there is nothing to reach from', () => {
      assert.deepEqual(
        picked(selection => selection.extend(5, shown, undefined)),
        [5],
      );
    });

    it('to no row that is not shown', () => {
      assert.deepEqual(
        picked(selection => {
          selection.pick(7);
          selection.extend(2, shown, undefined);
        }),
        [7],
      );
    });
  });
});
