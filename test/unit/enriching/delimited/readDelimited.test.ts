import assert from 'node:assert/strict';
import * as fc from 'fast-check';

import { dialectOf } from '../../../../src/enriching/delimited/dialect';
import { readDelimited } from '../../../../src/enriching/delimited/readDelimited';
import { addition, enriched, fault, person } from '../enrich';

const [a, b, c] = [person('a'), person('b'), person('c')];

describe('a delimited file', () => {
  it('gets the columns behind each record, and names for them in its header', async () => {
    const text = `id,openid,name\n1,${a},Ada\n2,${b},Bo\n`;
    assert.equal(
      await enriched(readDelimited(text)),
      `id,openid,name,outcome,tag\n1,${a},Ada,following,a\n2,${b},Bo,following,b\n`,
    );
  });

  it('keeps its delimiter, its line ends, and a last line without one', async () => {
    for (const delimiter of [',', ';', '\t', '|'])
      for (const end of ['\n', '\r\n', '\r', '\r\r\n']) {
        const rows = [
          ['openid', 'x'],
          [a, '1'],
          [b, '2'],
        ];
        const more = [
          ['outcome', 'tag'],
          ['following', 'a'],
          ['following', 'b'],
        ];
        const write = (records: readonly (readonly string[])[]) =>
          records.map(cells => cells.join(delimiter)).join(end);
        assert.equal(
          await enriched(readDelimited(write(rows))),
          write(rows.map((row, index) => [...row, ...(more[index] ?? [])])),
          JSON.stringify([delimiter, end]),
        );
      }
  });

  it('keeps quoted cells with delimiters, line breaks and doubled quotes', async () => {
    const first = `"1, ""one""\r\nand more",${a}`;
    assert.equal(
      await enriched(readDelimited(`note,openid\r\n${first}\r\n`)),
      `note,openid,outcome,tag\r\n${first},following,a\r\n`,
    );
  });

  it('reads a quote that never closes as a character', async () => {
    assert.equal(
      await enriched(readDelimited(`openid,x\n${a},"5 inches\n${b},2\n`)),
      `openid,x,outcome,tag\n${a},"5 inches,following,a\n${b},2,following,b\n`,
    );
  });

  it('quotes what it adds where the file quotes every cell', async () => {
    assert.equal(
      await enriched(readDelimited(`"openid","x"\n"${a}",""\n`)),
      `"openid","x","outcome","tag"\n"${a}","","following","a"\n`,
    );
    // Empty cells as the file has them.
    const nobody = { ...addition, valuesOf: () => ['following', undefined] };
    assert.match(await enriched(readDelimited(`"openid"\n"${a}"\n`), nobody), /"following",""\n$/);
    assert.match(await enriched(readDelimited(`"openid","x"\n"${a}",\n`), nobody), /"following",\n$/);
  });

  it('quotes what needs it, and lets no spreadsheet run anything', async () => {
    const values = ['a,"b"\nc', '=HYPERLINK("x")'];
    assert.equal(
      await enriched(readDelimited(`openid,x\n${a},1\n`), { ...addition, valuesOf: () => values }),
      `openid,x,outcome,tag\n${a},1,"a,""b""\nc","'=HYPERLINK(""x"")"\n`,
    );
    const blank = { ...addition, valuesOf: () => [' VIP', 'VIP'] };
    assert.match(await enriched(readDelimited(`openid,x\n${a},1\n`), blank), /,1," VIP",VIP\n$/);
    const tags = { ...addition, valuesOf: () => [['星标组', 'VIP'], -1] };
    assert.match(await enriched(readDelimited(`openid\tx\n${a}\t1\n`), tags), /\t星标组, VIP\t'-1\n$/);
  });

  it('gives empty cells to records without an openid, and leaves blank lines alone', async () => {
    assert.equal(
      await enriched(readDelimited(`openid,x\n${a},1\n,2\n\n  \n,\n`)),
      `openid,x,outcome,tag\n${a},1,following,a\n,2,,\n\n  \n,,,\n`,
    );
  });

  it('pads short records, so that columns line up', async () => {
    assert.equal(
      await enriched(readDelimited(`openid,x,y\n${a}\n${b},1,2,\n`)),
      `openid,x,y,,outcome,tag\n${a},,,,following,a\n${b},1,2,,following,b\n`,
    );
  });

  it('does not widen every record for the sake of a broken one', async () => {
    const broken = `${b}${',x'.repeat(60)}`;
    assert.equal(
      await enriched(readDelimited(`openid,x\n${a},1\n${broken}\n`)),
      `openid,x,outcome,tag\n${a},1,following,a\n${broken},following,b\n`,
    );
  });

  it('adds no names where the file has none', async () => {
    assert.equal(
      await enriched(readDelimited(`1,${a}\n2,${b}\n`)),
      `1,${a},following,a\n2,${b},following,b\n`,
    );
    assert.equal(await enriched(readDelimited(`${a}\n${b}`)), `${a},following,a\n${b},following,b`);
  });

  it('adds no names to a first record that has no openid by chance', async () => {
    assert.equal(
      await enriched(readDelimited(`1,\n2,${a}\n3,${b}\n`)),
      `1,,,\n2,${a},following,a\n3,${b},following,b\n`,
    );
  });

  it('finds the names below a title, and leaves that and Excel’s word on the delimiter alone', async () => {
    assert.equal(
      await enriched(readDelimited(`sep=;\r\n粉丝名单\r\n\r\n编号;openid\r\n1;${a}\r\n`)),
      `sep=;\r\n粉丝名单\r\n\r\n编号;openid;outcome;tag\r\n1;${a};following;a\r\n`,
    );
  });

  it('gives a number to names that it has already, whatever their case', async () => {
    assert.match(await enriched(readDelimited(`openid,Outcome,tag,tag_2\n${a},,,\n`)), /outcome_2,tag_3\n/);
  });

  it('cleans openids of their dirt, and keeps it', async () => {
    const row = `" ${a}\u200b ",1`;
    assert.equal(
      await enriched(readDelimited(`openid,x\n${row}\n`)),
      `openid,x,outcome,tag\n${row},following,a\n`,
    );
  });

  it('is of one column where a delimiter stands in no record', async () => {
    assert.equal(await enriched(readDelimited(`openid\n${a}\n`)), `openid,outcome,tag\n${a},following,a\n`);
  });

  it('is told by the delimiter that parts openids from the rest', () => {
    assert.equal(dialectOf(`x;1,5;2,5;${a}\ny;1,5;2,5;${b}\n`, ',').delimiter, ';');
    assert.equal(dialectOf(`openid\n${a}\n`, '\t').delimiter, '\t');
    assert.equal(dialectOf(`a|b|c\n1|2|3\n`, ',').delimiter, '|');
  });
});

describe('the column of openids', () => {
  const names = async (text: string) => (await readDelimited(text)).places.map(({ name }) => name);

  it('is known by its name', async () => {
    for (const name of [
      'openid',
      'openId',
      'wx_openid',
      '_openid',
      'mp_openid',
      'offiaccount_openid',
      '用户openid',
    ])
      assert.deepEqual(await names(`id,${name},unionid\n1,${a},${b}\n`), [name]);
  });

  it('is known by what stands there where no name tells', async () => {
    assert.deepEqual(await names(`编号,粉丝\n1,${a}\n2,\n`), ['粉丝']);
    assert.equal(await fault(readDelimited(`id,note\n1,x\n2,y\n3,${a}\n`)), 'noOpenids');
    const [place] = (await readDelimited(`1,x,${a}\n2,y,${b}\n`)).places;
    assert.deepEqual([place?.name, place?.column, place?.samples], ['', 3, [a, b]]);
  });

  it('is never one of unionids', async () => {
    assert.equal(await fault(readDelimited(`id,unionid\n1,${a}\n`)), 'onlyUnionids');
    assert.deepEqual(await names(`unionid,fan\n${a},${b}\n`), ['fan']);
  });

  it('may be one of several', async () => {
    const text = `openid,mp_openid,old_openid\n${a},${b},\n`;
    assert.deepEqual(await names(text), ['openid', 'mp_openid']);
    assert.match(await enriched(readDelimited(text), addition, 'mp_openid'), /,following,b\n/);
    assert.deepEqual(await names(`fan,shop\n${a},${b}\n`), ['fan', 'shop']);
  });

  it('is asked for too where the one of that name holds none of the usual shape', async () => {
    assert.deepEqual(await names(`openid,fan\n17,${a}\n18,${b}\n`), ['openid', 'fan']);
  });

  it('gives what stands there, in order, without what is empty', async () => {
    const [place] = (await readDelimited(`openid,x\n${c},1\n,2\n" ${a}",3\n${c},4\n`)).places;
    assert.deepEqual(await place?.openids(), [c, ` ${a}`, c]);
  });

  it('is missing in an empty file, and in one of something else', async () => {
    assert.equal(await fault(readDelimited('')), 'empty');
    assert.equal(await fault(readDelimited(' \r\n\n')), 'empty');
    assert.equal(await fault(readDelimited('id,name\n1,Ada\n')), 'noOpenids');
    assert.equal(await fault(readDelimited('id,openid\n1,\n')), 'noOpenids');
  });
});

describe('any delimited file', () => {
  const delimiter = fc.constantFrom(',', ';', '\t');
  const cell = fc.string({
    unit: fc.constantFrom('x', '7', ' ', '"', ',', ';', '\n', '\r\n', '名', '='),
    maxLength: 6,
  });
  const rows = fc.array(
    fc.record({
      openid: fc.constantFrom(a, b, c, ''),
      cells: fc.array(cell, { minLength: 0, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('is the same to the last byte but for what was added', async () => {
    await fc.assert(
      fc.asyncProperty(
        delimiter,
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        async (separator, generated, end, isQuoted, endsItsLastLine) => {
          const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
          const written = (value: string) =>
            isQuoted || new RegExp(`["\\r\\n ${separator}]`).test(value) ? quoted(value) : value;
          const all = [['openid', 'x1'], [a, ''], ...generated.map(({ openid, cells }) => [openid, ...cells])]
            // A line of one empty cell is a blank line.
            .map(cells => (cells.length === 1 && cells[0] === '' && !isQuoted ? ['', ''] : cells));
          const width = Math.max(...all.map(({ length }) => length));
          const empty = isQuoted ? '""' : '';
          const [before, after] = [false, true].map(isEnriched =>
            all
              .map((cells, index) => {
                const raw = cells.map(written);
                const padding = Array<string>(width - cells.length).fill(empty);
                const added =
                  index === 0
                    ? addition.names
                    : cells[0] === ''
                      ? ['', '']
                      : (addition.valuesOf(cells[0] ?? '') ?? []);
                return [
                  ...raw,
                  ...(isEnriched ? [...padding, ...added.map(each => written(String(each)))] : []),
                ];
              })
              .map(cells => cells.join(separator))
              .join(end),
          );
          const tail = endsItsLastLine ? end : '';
          assert.equal(
            await enriched(readDelimited(`${before}${tail}`), addition, 'openid'),
            `${after}${tail}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
