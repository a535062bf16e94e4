import assert from 'node:assert/strict';
import { ResultRows } from '../../../../src/openids/tables/resultRows';
import { Values } from '../../../../src/openids/text/values';
import { Heard } from '../heard';
import { ada, bo, union } from '../samples';

/** What is read of the lines of a log that begin with a name and a colon. */
function read(...lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`;
  const heard = new Heard();
  const texts: string[] = [];
  const results = new ResultRows(text, new Values(text, heard), (start, end) =>
    texts.push(text.slice(start, end)),
  );
  const passed: string[] = [];
  for (const { 0: name, index } of text.matchAll(/\b[A-Z]\w+(?=:)/g)) {
    const at = results.line(name, index + name.length + 1);
    if (at !== undefined) passed.push(text.slice(index, at));
  }
  return { found: heard.found, leftOut: heard.leftOut.map(([, value]) => value), texts, passed };
}

const nothing = { found: [], leftOut: [], texts: [], passed: [] };

describe('ResultRows', () => {
  it('reads rows below the names of their columns', () => {
    const rows = [`Row: 1, ${union}, ${ada}`, `Row: 2, null, ${bo}`];
    assert.deepEqual(read('<== Columns: id, unionid, openid', `<== ${rows[0]}`, `<== ${rows[1]}`), {
      found: [ada, bo],
      leftOut: [union],
      texts: [],
      passed: rows,
    });
  });

  it('keeps the names for the rows of the same result alone', () => {
    assert.deepEqual(read('Columns: unionid', `Row: ${union}`, 'Columns: openid', `Row: ${ada}`), {
      ...nothing,
      found: [ada],
      leftOut: [union],
      passed: [`Row: ${union}`, `Row: ${ada}`],
    });
    assert.deepEqual(read('Columns: unionid', 'Columns: id, name', `Row: 1, ${ada}`), nothing);
  });

  it('reads nothing of rows without names, or of other lines', () => {
    assert.deepEqual(read(`Row: 1, ${ada}`), nothing);
    assert.deepEqual(read('Columns: id, openid', `Rows: 1, ${ada}`, `Total: 1`), nothing);
    assert.deepEqual(read('Column: id, openid', `Row: 1, ${ada}`), nothing);
  });

  it('reads cells of text by themselves', () => {
    const { texts, passed } = read('Columns: unionid, remark', `Row: ${union}, see ${ada}`);
    assert.deepEqual(texts, [`see ${ada}`]);
    assert.equal(passed.length, 1);
  });

  it('leaves a row that does not end to others', () => {
    assert.deepEqual(read('Columns: openid', `Row: ${'x'.repeat(500_001)}`).passed, []);
  });

  it('looks for names within 5000 characters', () => {
    const columns = (length: number) => `Columns:${'id,'.padStart(length - 7)}unionid`;
    assert.deepEqual(read(columns(5000), `Row: 1, ${union}`).leftOut, [union]);
    assert.deepEqual(read(columns(5001), `Row: 1, ${union}`).leftOut, []);
  });
});
