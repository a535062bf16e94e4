import assert from 'node:assert/strict';
import { HtmlTable } from '../../../../src/openids/tables/htmlTable';
import { Values } from '../../../../src/openids/text/values';
import { Heard } from '../heard';
import { ada, bo, union, union2 } from '../samples';

/** What is heard of the cells of some HTML, and the pieces that are passed over behind tags. */
function read(html: string) {
  const heard = new Heard();
  const table = new HtmlTable(html, new Values(html, heard));
  const passed: string[] = [];
  for (const { 1: name = '', index } of html.matchAll(/<(\w+)/g)) {
    const end = index + 1 + name.length;
    const at = table.tag(index + 1, end);
    if (at !== undefined) passed.push(html.slice(end, at));
  }
  return { found: heard.found, leftOut: heard.leftOut.map(([kind, value]) => [kind, value]), passed };
}

const row = (...cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
const nothing = { found: [], leftOut: [], passed: [] };

describe('HtmlTable', () => {
  it('reads the cells below the names of their columns', () => {
    assert.deepEqual(read(`<table>${row('id', 'unionid', 'openid')}${row('7', union, ada)}`), {
      found: [ada],
      leftOut: [['unionid', union]],
      passed: ['>7', `>${union}`, `>${ada}`],
    });
  });

  it('reads every row of a table, whether it is told of its beginning or not', () => {
    const html = `${row('unionid', 'openid')}${row(union, ada)}<tr></tr>${row(union2, bo)}`;
    assert.deepEqual(read(html).found, [ada, bo]);
    assert.deepEqual(read(html).leftOut, [
      ['unionid', union],
      ['unionid', union2],
    ]);
  });

  it('knows names in any letters, in th and td, with attributes and other elements in them', () => {
    const html = `<TABLE><TR><TH class="a">x</TH><Th><b>Union</b> ID </tH></TR><tr><td>${ada}<td id=b>${union}</TD>`;
    assert.deepEqual(read(html), { ...nothing, leftOut: [['unionid', union]], passed: [` id=b>${union}`] });
  });

  it('reads nothing before a row that names a column', () => {
    assert.deepEqual(read(row(ada, union)), nothing);
    assert.deepEqual(read(`${row('7', 'x')}${row(ada, union)}`), nothing);
    assert.deepEqual(read(`${row('7', 'x')}${row('openid', 'unionid')}${row(ada, union)}`).found, [ada]);
  });

  it('keeps the names of the first row that has them', () => {
    const html = `${row('openid', 'unionid')}${row('unionid', 'openid')}${row(ada, union)}`;
    assert.deepEqual(read(html).found, [ada]);
  });

  it('reads nothing beyond the columns that are named', () => {
    assert.deepEqual(read(`${row('unionid')}${row(union, union2)}`).leftOut, [['unionid', union]]);
  });

  it('forgets the names where another table begins', () => {
    assert.deepEqual(read(`<table>${row('unionid')}<table>${row(union)}`), nothing);
    assert.deepEqual(read(`<tr><td>unionid</td><table>${row(union)}${row(union2)}`), nothing);
  });

  it('takes no other element for part of a table', () => {
    const html = `<th>unionid</th><p>${union}</p><tfoot>${union}<tbody>${union}<label><ta><tf>`;
    assert.deepEqual(read(html), nothing);
    const body = '<tbody>\n';
    assert.deepEqual(read(`${row('unionid')}${body}${row(union)}`).leftOut, [['unionid', union]]);
  });

  it('leaves to others a column of which it knows nothing', () => {
    assert.deepEqual(read(`${row('name', 'unionid')}${row(ada, union)}`).passed, [`>${union}`]);
  });

  it('takes only what can be an openid from a column of them', () => {
    const cells = ['odd', 'a word', `<b>${ada}</b>`, 'user_12345678901', ''];
    assert.deepEqual(read(`${row('openid')}${cells.map(cell => row(cell)).join('')}`), {
      ...nothing,
      found: ['user_12345678901'],
      passed: ['>user_12345678901'],
    });
  });

  it('leaves out what stands in other elements of a cell', () => {
    assert.deepEqual(read(`${row('unionid')}${row(`<b>${union}</b> ${union2}`)}`), {
      ...nothing,
      leftOut: [
        ['unionid', union],
        ['unionid', union2],
      ],
      passed: [`><b>${union}</b> ${union2}`],
    });
  });
});

describe('HtmlTable, at its limits', () => {
  it('reads tags of 200 characters', () => {
    const cell = (attributes: number) => `<td${' '.repeat(attributes)}>${union}</td>`;
    assert.equal(read(`${row('unionid')}<tr>${cell(199)}`).leftOut.length, 1);
    assert.equal(read(`${row('unionid')}<tr>${cell(200)}`).leftOut.length, 0);
    assert.deepEqual(read(`${row('unionid')}<tr><td`), nothing);
  });

  it('counts no column where the tag does not end', () => {
    const html = `${row('unionid', 'id')}<tr><td${' '.repeat(200)}>x<td>${union}</td>`;
    assert.deepEqual(read(html).leftOut, [['unionid', union]]);
  });

  it('knows a name within 200 characters', () => {
    const named = (blanks: number) => `${row(`unionid${' '.repeat(blanks)}`)}${row(union)}`;
    assert.equal(read(named(300)).leftOut.length, 1);
    assert.equal(read(`${row(`${' '.repeat(193)}unionid`)}${row(union)}`).leftOut.length, 1);
    assert.equal(read(`${row(`${' '.repeat(194)}unionid`)}${row(union)}`).leftOut.length, 0);
  });

  it('reads cells of 2000 characters', () => {
    const cell = (length: number) => `${row('unionid')}${row(union.padEnd(length))}`;
    assert.equal(read(cell(1996)).leftOut.length, 1);
    assert.equal(read(cell(1997)).leftOut.length, 0);
  });

  it('looks again behind 2000 characters in which no cell ends', () => {
    const rows = (length: number) =>
      `${row('unionid', 'unionid')}<tr><td>${'x'.repeat(length - 4)}<td>${union.padEnd(100)}</td>`;
    assert.equal(read(rows(2000)).leftOut.length, 1);
    assert.equal(read(rows(1999)).leftOut.length, 0);
  });

  it('knows the names of 1000 columns', () => {
    const names = (before: number) => row(...Array.from({ length: before }, () => 'x'), 'unionid');
    const values = (before: number) => row(...Array.from({ length: before }, () => 'x'), union);
    assert.equal(read(`${names(999)}${values(999)}`).leftOut.length, 1);
    assert.equal(read(`${names(1000)}${values(1000)}`).leftOut.length, 0);
  });
});
