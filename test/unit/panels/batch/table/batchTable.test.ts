import assert from 'node:assert/strict';

import { type Outcome } from '../../../../../src/batch';
import { BatchTable } from '../../../../../src/panels/batch/table/batchTable';
import { type ColumnId, type Query, wholeList } from '../../../../../src/protocol/views/batchView';
import { bounds } from '../../../../../src/protocol/bounds';
import { firstAnswer, following, openidOf, pending, rowsOf } from '../people';
import { people, tableOf } from './sampleTable';

const ids = (table: BatchTable) => table.slice(0, bounds.sliceRows).map(({ id }) => id);
const found = (change: Partial<Query>) => ids(tableOf(people, change));
const sorted = (column: ColumnId, descending = false) => found({ sort: { column, descending } });

describe('batch table', () => {
  it('shows the whole list in its order, before anything was read', () => {
    const table = new BatchTable(rowsOf([...people]), 'en');
    assert.deepEqual(ids(table), [0, 1, 2, 3, 4, 5, 6]);
    assert.equal(table.slice(4, 1)[0]?.remark, 'amy');
  });

  it('gives rows decoded and named', () => {
    assert.deepEqual(tableOf(people).slice(0, 1), [
      {
        id: 0,
        openid: openidOf(0),
        outcome: 'following',
        fetchedAt: firstAnswer / 1000,
        toAskAgain: false,
        selected: false,
        tags: ['星标组', 'Members'],
        scene: { code: 'ADD_SCENE_QR_CODE', label: 'QR code scan', known: true },
        followedAt: 300,
        remark: '张三',
        unionid: undefined,
        qrScene: undefined,
      },
    ]);
  });

  it('marks who is to be asked for again, and sorts by when WeChat answered', () => {
    const rows = { ...rowsOf([...people]), isToAskAgain: (index: number) => index === 2 };
    const table = new BatchTable(rows, 'en');
    table.query = { ...wholeList, sort: { column: 'fetchedAt', descending: true } };
    table.find();
    const shown = table.slice(0, people.length);
    assert.deepEqual(
      shown.map(({ fetchedAt }) => fetchedAt && fetchedAt - firstAnswer / 1000),
      [5, 4, 3, 2, 1, 0, undefined],
    );
    assert.deepEqual(
      shown.flatMap(({ id, toAskAgain }) => (toAskAgain ? [id] : [])),
      [2],
    );
  });

  it('shortens what people typed without end', () => {
    const [row] = tableOf([following(0, { remark: 'W'.repeat(10_000) })]).slice(0, 1);
    assert.equal(row?.remark?.length, bounds.cellText);
    assert.ok(row?.remark?.endsWith('…'));
  });

  describe('filters', () => {
    it('by outcome', () => {
      assert.deepEqual(found({ outcomes: ['notFollowing', 'pending'] }), [1, 6]);
    });

    it('by scene, also one that is not documented', () => {
      assert.deepEqual(found({ scenes: ['ADD_SCENE_QR_CODE'] }), [0, 4]);
      assert.deepEqual(found({ scenes: ['ADD_SCENE_MOON', 'ADD_SCENE_SEARCH'] }), [2, 5]);
    });

    it('by the time of the follow, its end excluded', () => {
      assert.deepEqual(found({ period: { from: 100, to: 200 } }), [2]);
    });

    const texts: [string, number[]][] = [
      ['张三', [0]],
      ['AMY', [4]],
      ['ounion', [2, 4]],
      ['qr code', [0, 4]],
      ['scene_moon', [5]],
      ['members', [0]],
      ['shop-1', [5]],
      [openidOf(3).slice(-4), [3]],
      ['  amy ', [4]],
      ['nobody', []],
    ];
    for (const [text, rows] of texts) {
      it(`by the text "${text}"`, () => {
        assert.deepEqual(found({ text }), rows);
      });
    }

    it('by all of them together', () => {
      assert.deepEqual(found({ outcomes: ['following'], scenes: ['ADD_SCENE_QR_CODE'], text: 'amy' }), [4]);
    });
  });

  describe('sorts, with rows without a value last and equal ones in the order of the list,', () => {
    it('by time', () => {
      assert.deepEqual(sorted('followedAt'), [2, 4, 5, 0, 1, 3, 6]);
      assert.deepEqual(sorted('followedAt', true), [0, 4, 5, 2, 1, 3, 6]);
    });

    it('by times that are ages apart', () => {
      const times = [8.64e12, 5, 8.64e12, 1.7e9, undefined];
      const table = tableOf(
        times.map((subscribe_time, number) => following(number, { subscribe_time })),
        { sort: { column: 'followedAt', descending: true } },
      );
      assert.deepEqual(ids(table), [0, 2, 3, 1, 4]);
    });

    it('by text as people read it', () => {
      assert.deepEqual(sorted('remark').slice(0, 2), [4, 2]);
      assert.deepEqual(sorted('unionid'), [4, 2, 0, 1, 3, 5, 6]);
    });

    it('by outcome, and back to the order of the list', () => {
      assert.deepEqual(sorted('outcome'), [0, 2, 4, 5, 1, 3, 6]);
      assert.deepEqual(sorted('place', true), [6, 5, 4, 3, 2, 1, 0]);
    });
  });

  describe('charts', () => {
    it('count scenes under all filters but that by scene', () => {
      const { scenes } = tableOf(people, { scenes: ['ADD_SCENE_SEARCH'], text: 'o' }).found();
      assert.deepEqual(
        scenes.map(({ code, count }) => [code, count]),
        [
          ['ADD_SCENE_QR_CODE', 2],
          ['ADD_SCENE_SEARCH', 1],
          ['ADD_SCENE_MOON', 1],
        ],
      );
    });

    it('keep a chosen scene of which the other filters leave nothing', () => {
      const { scenes } = tableOf(people, { scenes: ['ADD_SCENE_SEARCH'], text: 'amy' }).found();
      assert.ok(scenes.some(({ code, count }) => code === 'ADD_SCENE_SEARCH' && count === 0));
    });
  });

  it('follows outcomes that arrive', () => {
    const outcomes: Outcome[] = [pending(0), pending(1)];
    const table = tableOf(outcomes, { outcomes: ['following'] });
    assert.deepEqual(ids(table), []);
    outcomes[1] = following(1);
    table.changed();
    table.find();
    assert.deepEqual(ids(table), [1]);
  });

  it('sorts what has arrived since, and tags that have got a name', () => {
    const outcomes: Outcome[] = [
      following(0, { remark: 'b', tagid_list: [7] }),
      pending(1),
      following(2, { remark: 'c', tagid_list: [8] }),
    ];
    const table = tableOf(outcomes, { sort: { column: 'remark', descending: false } });
    outcomes[1] = following(1, { remark: 'a' });
    table.changed();
    table.find();
    assert.deepEqual(ids(table), [1, 0, 2]);

    table.query = { ...wholeList, sort: { column: 'tags', descending: false } };
    table.find();
    assert.deepEqual(ids(table), [0, 2, 1]);
    table.tagNames = new Map([
      [7, 'z'],
      [8, 'a'],
    ]);
    table.find();
    assert.deepEqual(ids(table), [2, 0, 1]);
  });

  it('forgets what a row said when it is asked for again', () => {
    const outcomes: Outcome[] = [following(0, { remark: 'old', subscribe_time: 100 })];
    const table = tableOf(outcomes);
    outcomes[0] = pending(0);
    assert.deepEqual(table.slice(0, 1)[0]?.remark, undefined);
    assert.deepEqual(table.slice(0, 1)[0]?.followedAt, undefined);
  });

  it('keeps the selection, the active row and the place through sorting and filtering', () => {
    const table = tableOf(people);
    table.select({ kind: 'only', position: 2 });
    table.select({ kind: 'toggle', position: 4 });
    table.activeRow = table.rowAt({ position: 4 });
    table.topRow = table.rowAt({ position: 2 });
    table.query = { ...wholeList, outcomes: ['following'], sort: { column: 'followedAt', descending: true } };
    table.find();
    assert.deepEqual(ids(table), [0, 4, 5, 2]);
    const { selected, activeAt, topAt } = table.found();
    assert.deepEqual({ selected, activeAt, topAt }, { selected: 2, activeAt: 1, topAt: 3 });
    assert.deepEqual(table.openids('picked'), [openidOf(4), openidOf(2)]);
  });

  it('takes the row that the reader saw, whatever has come to stand there since', () => {
    const table = tableOf(people);
    table.query = { ...wholeList, outcomes: ['following'], sort: { column: 'followedAt', descending: true } };
    table.find();
    table.select({ kind: 'only', position: 2, row: 2 });
    assert.deepEqual(table.openids('picked'), [openidOf(2)]);
    assert.equal(table.rowAt({ position: 0, row: 4 }), 4);
    assert.equal(table.rowAt({ position: 0, row: 4_000 }), 0);
    assert.equal(table.rowAt({ position: 99 }), undefined);
  });

  it('picks all rows that are shown, or none, and up to a row from the one with the keyboard', () => {
    const table = tableOf(people);
    table.activeRow = 1;
    table.select({ kind: 'extend', position: 3 });
    assert.deepEqual(table.openids('picked'), [1, 2, 3].map(openidOf));
    table.select({ kind: 'all' });
    assert.equal(table.found().selected, people.length);
    table.select({ kind: 'none' });
    assert.equal(table.found().selected, 0);
    table.select({ kind: 'toggle', position: 99 });
    assert.equal(table.found().selected, 0);
  });

  it('counts and copies of the selection what the filters let through, and forgets none of it', () => {
    const table = tableOf(people);
    table.select({ kind: 'all' });
    table.query = { ...wholeList, outcomes: ['notFollowing'] };
    table.find();
    assert.equal(table.found().selected, 1);
    assert.deepEqual(
      [...table.rows('picked')].map(({ id }) => id),
      [1],
    );
    table.query = wholeList;
    table.find();
    assert.equal(table.found().selected, people.length);
  });

  it('counts a scene of which WeChat changed the spelling as one', () => {
    const old = following(0, { subscribe_scene: 'ADD_SCENE_ACCOUNT_MIGRATON' });
    const { scenes } = tableOf([
      old,
      following(1, { subscribe_scene: 'ADD_SCENE_ACCOUNT_MIGRATION' }),
    ]).found();
    assert.deepEqual(
      scenes.map(({ code, count }) => [code, count]),
      [['ADD_SCENE_ACCOUNT_MIGRATION', 2]],
    );
  });

  it('says when the active row is filtered away', () => {
    const table = tableOf(people);
    table.activeRow = 1;
    table.query = { ...wholeList, outcomes: ['following'] };
    table.find();
    assert.equal(table.found().activeAt, -1);
  });

  it('tells whether slices are of other rows, or only marked otherwise', () => {
    const table = tableOf(people);
    const { version, marks } = table.found();
    table.select({ kind: 'all' });
    assert.equal(table.version, version);
    assert.notEqual(table.found().marks, marks);
    table.find();
    assert.notEqual(table.version, version);
    assert.ok(table.slice(0, 9).every(({ selected }) => selected));
  });

  it('is filtered by a scene that is too long to be shown whole', () => {
    const endless = [following(0, { subscribe_scene: 'W'.repeat(10_000) }), following(1)];
    const [bar] = tableOf(endless).found().scenes;
    const code = bar?.code ?? assert.fail('no bar');
    assert.equal(tableOf(endless, { scenes: [code] }).found().count, 1);
  });

  it('takes hostile scenes without end', () => {
    const crowd = Array.from({ length: 300 }, (_, index) =>
      following(index, { subscribe_scene: `S${index}` }),
    );
    assert.equal(tableOf(crowd).found().scenes.length, bounds.scenes);
  });
});
