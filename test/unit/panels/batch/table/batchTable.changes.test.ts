import assert from 'node:assert/strict';

import { Overlay } from '../../../../../src/changes';
import { type BatchTable } from '../../../../../src/panels/batch/table/batchTable';
import { wholeList } from '../../../../../src/protocol/views/batchView';
import { bounds } from '../../../../../src/protocol/bounds';
import { firstAnswer, openidOf } from '../people';
import { people, tableOf } from './sampleTable';

const ids = (table: BatchTable) => table.slice(0, bounds.sliceRows).map(({ id }) => id);

describe('batch table that lays changes over older answers', () => {
  const changed = (at: number, remark = '新') =>
    new Overlay([
      { kind: 'remark', openid: openidOf(0), at, remark },
      { kind: 'tag', openid: openidOf(0), at, tagId: 777 },
    ]);

  it('in rows, filters and values, and takes them away again', () => {
    const table = tableOf(people);
    assert.equal(table.lay(changed(firstAnswer + 1)), true);
    table.query = { ...wholeList, text: '新' };
    table.find();
    assert.deepEqual(ids(table), [0]);
    assert.equal(table.slice(0, 1)[0]?.tags.at(-1), '777');
    table.lay(undefined);
    table.query = wholeList;
    table.find();
    assert.equal(table.slice(0, 1)[0]?.remark, '张三');
  });

  it('and not over newer ones', () => {
    const table = tableOf(people);
    table.lay(changed(firstAnswer - 1));
    table.find();
    assert.equal(table.slice(0, 1)[0]?.remark, '张三');
  });

  it('and says whether anything is shown otherwise', () => {
    const table = tableOf(people);
    const overlay = changed(firstAnswer + 1);
    assert.deepEqual(
      [table.lay(overlay), table.lay(overlay), table.lay(changed(firstAnswer + 1))],
      [true, false, false],
    );
  });
});
