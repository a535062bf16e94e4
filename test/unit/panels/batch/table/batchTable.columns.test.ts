import assert from 'node:assert/strict';

import { type Outcome } from '../../../../../src/batch';
import { BatchTable } from '../../../../../src/panels/batch/table/batchTable';
import { RowFacts } from '../../../../../src/panels/batch/table/rowFacts';
import { finish } from '../../../../../src/panels/steps';
import { type ColumnFilters, type Query, wholeList } from '../../../../../src/protocol/views/batchView';
import { bounds } from '../../../../../src/protocol/bounds';
import { following, openidOf, pending, rowsOf } from '../people';
import { people, tableOf } from './sampleTable';

const ids = (table: BatchTable) => table.slice(0, bounds.sliceRows).map(({ id }) => id);
const found = (change: Partial<Query>) => ids(tableOf(people, change));

describe('columns of a batch table', () => {
  describe('filters of a column', () => {
    it('by values, the empty one for rows without', () => {
      assert.deepEqual(found({ filters: { tags: { kind: 'values', values: ['2'] } } }), [0]);
      assert.deepEqual(
        found({ filters: { remark: { kind: 'values', values: ['amy', ''] } } }),
        [1, 3, 4, 5, 6],
      );
    });

    const tests: [ColumnFilters, number[]][] = [
      [{ unionid: { kind: 'text', test: 'contains', text: 'UNIONA' } }, [4]],
      [{ unionid: { kind: 'text', test: 'is', text: 'oUnionA' } }, [4]],
      [{ unionid: { kind: 'text', test: 'is', text: 'ounionA' } }, []],
      [{ unionid: { kind: 'text', test: 'filled', text: '' } }, [2, 4]],
      [{ qrScene: { kind: 'text', test: 'blank', text: '' } }, [0, 1, 2, 3, 4, 6]],
      [{ tags: { kind: 'text', test: 'contains', text: 'member' } }, [0]],
    ];
    for (const [filters, rows] of tests) {
      it(`by ${JSON.stringify(filters)}`, () => assert.deepEqual(found({ filters }), rows));
    }

    it('list the values to choose from, under all other filters, the most frequent first', () => {
      const table = tableOf(people, {
        outcomes: ['following'],
        filters: { remark: { kind: 'values', values: ['amy'] } },
      });
      const { values, distinct } = finish(table.values('remark', ''));
      assert.deepEqual(
        values.map(({ value, count }) => [value, count]),
        [
          ['张三', 1],
          ['Zoe', 1],
          ['amy', 1],
          ['', 1],
        ],
      );
      assert.equal(distinct, 4);
      assert.deepEqual(
        finish(table.values('remark', 'Z')).values.map(({ value }) => value),
        ['Zoe'],
      );
      const tags = finish(tableOf(people).values('tags', 'memb')).values;
      assert.deepEqual(tags, [{ value: '100', label: 'Members', count: 1 }]);
    });

    it('tell how a column is spread over the rows that are shown', () => {
      const [scene, unionid] = finish(tableOf(people).spreads(['scene', 'unionid']));
      assert.deepEqual(scene, { column: 'scene', distinct: 3, missing: 3, top: [2, 1, 1] });
      assert.deepEqual(unionid, { column: 'unionid', distinct: 2, missing: 5, top: [1, 1] });
    });
  });

  it('sums up what is picked', () => {
    const table = tableOf(people);
    table.select({ kind: 'all' });
    assert.deepEqual(table.found().picked, {
      counts: { following: 4, notFollowing: 1, invalid: 1, notReturned: 0, failed: 0, pending: 1 },
      withUnionid: 2,
      first: 100,
      last: 300,
    });
  });

  describe('finds a text', () => {
    const next = (from: number, backwards = false) =>
      finish(tableOf(people, { sort: { column: 'place', descending: true } }).match('scan', from, backwards));
    it('from a place on, and begins again at the end', () => {
      assert.deepEqual(next(0), { count: 2, index: 0, at: 2 });
      assert.deepEqual(next(3), { count: 2, index: 1, at: 6 });
      assert.deepEqual(next(7), { count: 2, index: 0, at: 2 });
    });
    it('backwards', () => {
      assert.deepEqual(next(6, true), { count: 2, index: 0, at: 2 });
      assert.deepEqual(next(2, true), { count: 2, index: 1, at: 6 });
    });
    it('nowhere', () => {
      assert.equal(finish(tableOf(people).match('nobody', 0, false)).at, -1);
    });
  });

  describe('does no more than it must', () => {
    /** Rows that count how often they are looked at. */
    function counted(outcomes: Outcome[]) {
      const rows = rowsOf(outcomes);
      const looks = { count: 0 };
      const outcomeAt = (index: number) => {
        looks.count++;
        return rows.outcomeAt(index);
      };
      return { looks, rows: { ...rows, outcomeAt } };
    }
    const list = () => Array.from({ length: 5000 }, (_, number) => pending(number));

    it('looks at the rows that have changed, and at no others', () => {
      const outcomes = list();
      const { looks, rows } = counted(outcomes);
      const table = new BatchTable(rows, 'en');
      table.find();
      looks.count = 0;
      for (const row of [7, 8, 9]) outcomes[row] = following(row);
      table.changed([7, 8, 9].map(openidOf));
      table.find();
      assert.equal(looks.count, 3);
      assert.deepEqual(table.slice(7, 1)[0]?.outcome, 'following');
    });

    it('does not take a pending row for another one', () => {
      const facts = new RowFacts(rowsOf(list()), 'en');
      facts.read(0, 5000);
      facts.read(0, 5000);
      assert.equal(facts.revision, 0);
    });

    it('ranks openids once for good', () => {
      const outcomes = list();
      const rows = rowsOf(outcomes);
      let reads = 0;
      const openids = new Proxy(rows.openids, {
        get: (target, key, receiver): unknown => {
          if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
          return Reflect.get(target, key, receiver);
        },
      });
      const table = new BatchTable({ ...rows, openids }, 'en');
      table.query = { ...wholeList, sort: { column: 'openid', descending: true } };
      table.find();
      outcomes[3] = following(3);
      table.changed([openidOf(3)]);
      reads = 0;
      table.find();
      assert.equal(reads, 0);
    });

    it('shows the whole list before anything was read, also where the query comes from a file', () => {
      const table = new BatchTable(rowsOf(list()), 'en');
      table.query = structuredClone(wholeList);
      assert.ok(table.isReady);
      table.query = { ...wholeList, text: 'x' };
      assert.ok(!table.isReady);
      table.find();
      assert.ok(table.isReady);
    });
  });
});
