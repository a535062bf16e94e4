import assert from 'node:assert/strict';
import { type ColumnRule } from '../../../../src/openids/tables/columns';
import { Schema } from '../../../../src/openids/tables/schema';

/** What is known of the columns of a table, where `insertion` begins behind these definitions. */
function rulesInto(definitions: string, insertion: string): readonly ColumnRule[] | undefined {
  const text = `${definitions} ${insertion}`;
  const schema = new Schema(text);
  for (const { index } of definitions.matchAll(/create/gi)) schema.define(index);
  return schema.rulesInto(definitions.length + 1);
}

const columns = '(id int, unionid varchar(28), openid varchar(28))';
const rules = ['otherColumn', 'unionid', 'openid'];

describe('Schema', () => {
  const definitions = [
    'CREATE TABLE fans',
    'create  table\nfans ',
    'CREATE TABLE IF NOT EXISTS fans',
    'CREATE TEMPORARY TABLE fans',
    'create or replace temp table fans',
    'CREATE TABLE `fans`',
    'CREATE TABLE "public"."fans"',
    'CREATE TABLE [dbo].[fans]',
    'CREATE TABLE shop.fans',
    'CREATE TABLE shop . fans',
    'CREATE TABLE FANS',
    'CREATE  TEMP  TABLE  IF  NOT  EXISTS  fans ',
  ];
  for (const definition of definitions) {
    it(`remembers the columns of ${JSON.stringify(definition)}`, () => {
      assert.deepEqual(rulesInto(`${definition}${columns};`, 'INTO fans VALUES ('), rules);
    });
  }

  const insertions = [
    'into fans values',
    'INTO `fans`(',
    'INTO "fans" ',
    'INTO [fans]',
    'INTO other.fans',
    'INTO `other`.`Fans`',
    'INTO TABLE fans',
    'INTO  TABLE  fans',
    'INSERT fans',
    'insert\n fans',
  ];
  for (const insertion of insertions) {
    it(`knows that table again in ${JSON.stringify(insertion)}`, () => {
      assert.deepEqual(rulesInto(`create table fans ${columns}`, insertion), rules);
    });
  }

  it('leaves the word INSERT to the INTO that follows', () => {
    assert.equal(rulesInto(`create table into${columns}`, 'INSERT INTO into VALUES'), undefined);
  });

  it('says nothing of a table that it does not know, nor of any before the first', () => {
    assert.equal(rulesInto(`create table fans ${columns}`, 'into fan values'), undefined);
    assert.equal(rulesInto(`create table s ${columns}`, 'into fans values'), undefined);
    assert.equal(rulesInto('', 'into fans values'), undefined);
    assert.equal(rulesInto(`create table fans ${columns}`, 'from fans'), undefined);
  });

  it('says nothing of a table of which no column has a known name', () => {
    assert.equal(rulesInto('create table fans (id int, name text)', 'into fans'), undefined);
  });

  it('takes the last definition of a table', () => {
    assert.deepEqual(
      rulesInto(`create table t ${columns}; create table t (unionid text, name text);`, 'into t'),
      ['unionid', 'text'],
    );
  });

  const lines = [
    'PRIMARY KEY (openid)',
    'unique (openid)',
    'KEY k (openid)',
    'INDEX (openid)',
    'CONSTRAINT c CHECK (1)',
  ];
  for (const line of [
    ...lines,
    'foreign key (openid)',
    'CHECK (openid > 1)',
    'like other',
    'fulltext(openid)',
  ]) {
    it(`knows that ${line} defines no column`, () => {
      assert.deepEqual(rulesInto(`create table t (${line}, openid text, name text)`, 'into t'), [
        'openid',
        'otherColumn',
      ]);
    });
  }

  it('keeps columns whose names begin like a constraint', () => {
    assert.deepEqual(rulesInto('create table t (key_id int, indexed int, openid text)', 'into t'), [
      'otherColumn',
      'otherColumn',
      'openid',
    ]);
  });

  it('knows a column by its name alone, whatever is said of it', () => {
    assert.deepEqual(
      rulesInto(
        "create table t (`openid` char(28) comment 'not the unionid', n int default (1), )",
        'into t',
      ),
      ['openid', 'otherColumn', 'otherColumn'],
    );
    assert.deepEqual(rulesInto(`create table t (a text ${'x'.repeat(300)}, "openid" text)`, 'into t'), [
      'otherColumn',
      'openid',
    ]);
  });

  it('takes no definition within another', () => {
    const text = `create table a (x int default (create table t ${columns}))`;
    assert.equal(rulesInto(text, 'into t'), undefined);
    assert.deepEqual(rulesInto(`${text} create table t ${columns}`, 'into t'), rules);
  });

  it('takes no definition of which the end is not near, nor one within it', () => {
    const endless = `create table t (openid text, ${' '.repeat(100_000)})`;
    assert.equal(rulesInto(`create table s ${columns} ${endless}`, 'into t'), undefined);
    const beside = 'create table t (openid text, n int)';
    assert.equal(rulesInto(`create table s ( ${beside} ${' '.repeat(100_000)}`, 'into t'), undefined);
    assert.deepEqual(rulesInto(`create table s ( ${' '.repeat(100_000)} ${beside}`, 'into t'), [
      'openid',
      'otherColumn',
    ]);
  });

  it('takes a definition that the end of the text cuts', () => {
    const text = 'create table t (unionid text, name text into t';
    const schema = new Schema(text);
    schema.define(0);
    assert.deepEqual(schema.rulesInto(text.indexOf('into')), ['unionid', 'text']);
  });

  it('remembers a thousand tables', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `create table t${i} ${columns};`).join('\n');
    assert.deepEqual(rulesInto(many(1001), 'into t999'), rules);
    assert.equal(rulesInto(many(1001), 'into t1000'), undefined);
  });

  it('learns nothing at a CREATE that defines no table', () => {
    assert.equal(rulesInto(`create index on fans ${columns}`, 'into fans'), undefined);
    assert.deepEqual(rulesInto(`create index i; create table fans ${columns}`, 'into fans'), rules);
  });

  it('keeps a column of which a constraint is told behind its type', () => {
    assert.deepEqual(rulesInto('create table t (openid text primary key, n int)', 'into t'), [
      'openid',
      'otherColumn',
    ]);
  });

  it('does not stumble over a name that ends in a dot', () => {
    assert.deepEqual(rulesInto(`create table a.${columns}`, 'into a. values'), rules);
  });
});
