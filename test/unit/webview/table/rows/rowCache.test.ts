import assert from 'node:assert/strict';

import { type Row } from '../../../../../src/protocol/views/batchView';
import { bounds } from '../../../../../src/protocol/bounds';
import { RowCache } from '../../../../../src/webview/table/rows/rowCache';

interface Slice {
  readonly version: number;
  readonly offset: number;
  readonly length: number;
}

const rows = (offset: number, length: number): Row[] =>
  Array.from({ length }, (_, index) => ({
    id: offset + index,
    openid: `o${offset + index}`,
    outcome: 'pending',
    tags: [],
    toAskAgain: false,
    selected: false,
  }));

describe('cache of rows', () => {
  let asked: Slice[];
  let cache: RowCache<Row>;

  beforeEach(() => {
    asked = [];
    cache = new RowCache<Row>(slice => asked.push(slice));
    cache.expect({ version: 1, marks: 0, count: 100_000 });
  });

  function answerAll(): void {
    for (let slice = asked.shift(); slice; slice = asked.shift())
      cache.take({ ...slice, rows: rows(slice.offset, slice.length) });
  }

  it('asks for what is on the screen first, within the protocol, and once', () => {
    cache.want(400, 440);
    cache.want(400, 440);
    assert.equal(asked[0]?.offset, 400);
    assert.ok(asked.every(({ length }) => length <= bounds.sliceRows));
    assert.equal(new Set(asked.map(({ offset }) => offset)).size, asked.length);
  });

  it('does not ask for rows that came with a new version', () => {
    cache.expect({ version: 2, marks: 0, count: 100_000 }, { offset: 400, rows: rows(400, 200) });
    assert.equal(cache.row(450)?.id, 450);
    cache.want(450, 490);
    assert.ok(asked.length > 0 && asked.every(({ offset }) => offset !== 400));
  });

  it('tells whether rows that arrive are on the screen', () => {
    cache.want(400, 440);
    assert.equal(cache.take({ version: 1, offset: 400, rows: rows(400, 200) }), true);
    assert.equal(cache.take({ version: 1, offset: 600, rows: rows(600, 200) }), false);
  });

  it('asks further ahead of someone who scrolls, and on that side first', () => {
    cache.want(10_000, 10_040);
    answerAll();
    cache.want(10_200, 10_240);
    assert.deepEqual(
      asked.map(({ offset }) => offset),
      [10_400, 10_600, 10_800, 11_000],
    );
    answerAll();
    cache.want(9_990, 10_030);
    assert.deepEqual(
      asked.map(({ offset }) => offset),
      [9_600, 9_400, 9_200, 9_000],
    );
  });

  it('gives rows by their position once they arrived', () => {
    cache.want(700, 740);
    assert.equal(cache.row(705), undefined);
    answerAll();
    assert.equal(cache.row(705)?.id, 705);
  });

  it('does not ask for all that someone scrolls past', () => {
    for (let first = 0; first < 90_000; first += 300) cache.want(first, first + 40);
    assert.ok(asked.length < 10);
    answerAll();
    cache.want(90_000, 90_040);
    answerAll();
    assert.equal(cache.row(90_010)?.id, 90_010);
  });

  it('keeps showing old rows until those of the new version are there', () => {
    cache.want(400, 440);
    answerAll();
    cache.expect({ version: 2, marks: 0, count: 100_000 });
    cache.want(400, 440);
    assert.equal(cache.row(403)?.id, 403);
    assert.ok(asked.length > 0 && asked.every(({ version }) => version === 2));
  });

  it('drops answers that another version has overtaken, and does not wait for them', () => {
    cache.want(0, 40);
    const [old] = asked.splice(0);
    assert.ok(old);
    cache.expect({ version: 2, marks: 0, count: 100_000 });
    cache.want(0, 40);
    assert.equal(cache.take({ ...old, rows: rows(0, old.length) }), false);
    answerAll();
    cache.want(50_000, 50_040);
    assert.ok(asked.some(({ offset, length }) => offset <= 50_000 && offset + length > 50_000));
  });

  it('takes rows that a change of the selection has overtaken, and asks for them again', () => {
    cache.want(0, 40);
    asked.splice(0);
    for (let marks = 1; marks <= 5; marks++) {
      cache.expect({ version: 1, marks, count: 100_000 });
      cache.want(0, 40);
    }
    assert.deepEqual(asked, []);
    assert.ok(cache.take({ version: 1, offset: 0, rows: rows(0, 200) }));
    assert.equal(cache.row(5)?.id, 5);
    assert.deepEqual(
      asked.map(({ offset }) => offset),
      [0],
    );
    answerAll();
    cache.want(0, 40);
    assert.deepEqual(asked, []);
  });

  it('asks for nothing beyond the end', () => {
    cache.expect({ version: 2, marks: 0, count: 450 });
    cache.want(0, 449);
    assert.deepEqual(
      asked.map(({ offset }) => offset),
      [0, 200, 400],
    );
  });

  it('forgets rows far from the screen', () => {
    cache.want(400, 440);
    answerAll();
    cache.want(50_000, 50_040);
    answerAll();
    assert.equal(cache.row(403), undefined);
  });
});
