import assert from 'node:assert/strict';

import { readByName, readSheets } from '../../../src/enriching';
import { addition, enriched, fault, person } from './enrich';

const [a, b] = [person('a'), person('b')];

describe('a file', () => {
  it('is read as its name says', async () => {
    const both = `{"openid":"${a}"}\n{"openid":"${b}"}`;
    assert.equal((await readByName('fans.ndjson', `${both}\nx`)).unreadable, 1);
    assert.equal((await readByName('fans.JSONL', `${both}\nx`)).unreadable, 1);
    assert.equal(await fault(readByName('fans.json', `${both}\nx`)), 'invalidJson 2');
    assert.equal(await fault(readByName('fans.csv', `[{"name":"Ada"}]`)), 'noOpenids');
    assert.equal(await enriched(readByName('fans.tsv', `${a}\n`)), `${a}\tfollowing\ta\n`);
  });

  it('is read as it begins where its name says nothing', async () => {
    assert.equal(
      await enriched(readByName('fans.txt', `openid\n${a}`)),
      `openid,outcome,tag\n${a},following,a`,
    );
    assert.match(await enriched(readByName('fans', ` {"openid":"${a}"}`)), /"tag":"a"\}$/);
  });
});

describe('a workbook', () => {
  // eslint-disable-next-line @typescript-eslint/require-await -- sheets come one by one
  async function* sheets(...tables: readonly string[]) {
    yield* tables;
  }

  it('becomes CSV, each sheet by itself', async () => {
    const { places } = await readSheets(
      sheets(
        'name\tsum\nx\t1\n',
        `openid\tremark\tsum\n${a}\tsays "hi", ok\t-5\n${b}\t=1+1\t\n`,
        `openid\n${b}\n`,
      ),
    );
    assert.deepEqual(
      places.map(({ sheet, name }) => [sheet, name]),
      [
        [2, 'openid'],
        [3, 'openid'],
      ],
    );
    assert.equal(
      await enriched(Promise.resolve({ places, unreadable: 0 }), addition),
      `openid,remark,sum,outcome,tag\r\n${a},"says ""hi"", ok",-5,following,a\r\n${b},'=1+1,,following,b\r\n`,
    );
  });

  it('is refused with the reason where no sheet holds openids', async () => {
    assert.equal(await fault(readSheets(sheets())), 'empty');
    assert.equal(await fault(readSheets(sheets('', 'name\nx\n'))), 'noOpenids');
    assert.equal(await fault(readSheets(sheets('name\nx\n', `unionid\n${a}\n`))), 'onlyUnionids');
  });
});
