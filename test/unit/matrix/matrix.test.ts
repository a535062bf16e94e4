import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

import { isWhole } from '../../form';
import { cellOf } from '../../matrix/cell';
import { faults } from '../../matrix/faults';
import { operations } from '../../matrix/operations';
import { cellsIn, cellText, keyOf, tableText } from '../../matrix/table';

const file = path.join(__dirname, '../../../docs/fault-matrix.md');

/** The short form does a part of it, with every fault and every operation in it. */
const oneIn = isWhole ? 1 : 4;

describe('docs/fault-matrix.md, as `npm run matrix` writes it,', function () {
  this.timeout(60_000);
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const cells = cellsIn(text);

  it('has a cell for everything under every fault, and none besides', () => {
    assert.equal(tableText(cells), text);
    assert.equal(cells.size, operations.length * faults.length);
    for (const [key, cell] of cells) assert.match(cell, /\S \| (?:at once|once it is over)$/, key);
  });

  for (const [column, operation] of operations.entries()) {
    it(`says what comes of ${operation.name}`, async () => {
      for (const [row, fault] of faults.entries()) {
        if ((row + column) % oneIn !== 0) continue;
        const key = keyOf(operation.name, fault.name);
        assert.equal(cellText(await cellOf(operation, fault)), cells.get(key), key);
      }
    });
  }
});
