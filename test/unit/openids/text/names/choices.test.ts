import assert from 'node:assert/strict';
import { Choices } from '../../../../../src/openids/text/names/choices';
import { GoverningName } from '../../../../../src/openids/text/names/governingName';
import { Names } from '../../../../../src/openids/text/names/names';
import { Pairs } from '../../../../../src/openids/text/names/pairs';
import { union } from '../../samples';

/** After which words of a text the name before CASE governs what comes next. */
function governed(text: string, sign = '='): readonly string[] {
  const name = new GoverningName(text, new Names(text));
  const choices = new Choices(text);
  const words: string[] = [];
  for (const { 0: token, index } of text.matchAll(/\w+|=/g)) {
    if (token === sign) name.assign(index, index + 1);
    else if (choices.word(index, index + token.length, name)) words.push(`${token} ${name.word}`);
    else name.set(index, index + token.length);
  }
  return words;
}

describe('Choices', () => {
  it('gives what stands behind each THEN the name before CASE', () => {
    assert.deepEqual(governed('set unionid = CASE id WHEN 1 THEN a when 2 then b END'), [
      'THEN unionid',
      'then unionid',
    ]);
  });

  it('ends with END', () => {
    assert.deepEqual(governed('unionid = case when 1 then a end, x then b'), ['then unionid']);
  });

  it('goes on behind words of three letters that are another', () => {
    assert.deepEqual(governed('unionid = case when 1 and 2 then a'), ['then unionid']);
  });

  it('gives none where the name before CASE says nothing, or no sign stands between', () => {
    assert.deepEqual(governed('customer = case when 1 then a end'), []);
    assert.deepEqual(governed('unionid case when 1 then a end'), []);
    assert.deepEqual(governed('unionid = then a'), []);
    assert.deepEqual(governed('unionid = case when 1 then a end, customer = case when 2 then b'), [
      'then unionid',
    ]);
    assert.deepEqual(governed('unionid = case when 1 then a, customer = case when 2 then b'), [
      'then unionid',
    ]);
  });
});

/** What a pair of keys says of the value that stands behind `before`. */
function kindOf(before: string, behind = '', name: string | undefined = 'value', depth = 1, assigned = true) {
  const text = `${before}${union}${behind}`;
  const names = new Names(text);
  const pairs = new Pairs(text, names);
  const governing = new GoverningName(text, names);
  for (const { index, groups } of before.matchAll(/"?(?<key>\w+)"?[=:]\s?"?(?<value>\w+)/g)) {
    const [key = '', value = ''] = [groups?.key, groups?.value];
    const start = text.indexOf(key, index);
    governing.set(start, start + key.length);
    const at = text.indexOf(value, start + key.length);
    pairs.word(governing, at, at + value.length, 1);
  }
  const start = before.length;
  return pairs.kindOf({ start, end: start + union.length, name, assigned, depth });
}

describe('Pairs', () => {
  it('knows a value by the key that names its name', () => {
    assert.equal(kindOf('{"name":"unionid","value":"', '"}'), 'unionid');
    assert.equal(kindOf('<input name="access_token" value="', '">'), 'token');
    assert.equal(kindOf('{"key":"user.wx.unionid","value":"', '"}'), 'unionid');
    assert.equal(kindOf('{"name":"customer","value":"', '"}'), undefined);
    assert.equal(kindOf('{"title":"unionid","value":"', '"}'), undefined);
  });

  it('knows what the value of a name is called', () => {
    for (const name of ['value', 'stringValue', 'val', 'content', 'data', 'text', 'v', 'field_value'])
      assert.equal(kindOf('{"name":"unionid","x":"', '"}', name), 'unionid', name);
    for (const name of ['values', 'customer', 'x'])
      assert.equal(kindOf('{"name":"unionid","x":"', '"}', name), undefined, name);
    assert.equal(kindOf('{"name":"unionid" value "', '"}', 'value', 1, false), undefined);
  });

  it('knows it in the same object alone', () => {
    assert.equal(kindOf('{"name":"unionid"},{"value":"', '"}', 'value', 2), undefined);
    assert.equal(kindOf('{"name":"unionid"},{"value":"', '"}', 'value', 0), undefined);
    assert.equal(kindOf('{"name":"unionid","value":{"stringValue":"', '"}}', 'stringValue', 2), 'unionid');
    assert.equal(kindOf('{"name":"unionid","other":{"stringValue":"', '"}}', 'stringValue', 2), undefined);
  });

  it('knows it where the name follows the value', () => {
    assert.equal(kindOf('{"value":"', '","name":"unionid"}'), 'unionid');
    assert.equal(kindOf('{"value":"', '","x":1,"field_key" : "unionid"}'), 'unionid');
    assert.equal(kindOf('{"value":"', '"},{"name":"unionid"}'), undefined);
    assert.equal(kindOf('{"value":"', '","name":"x"}'), undefined);
    assert.equal(kindOf('{"value":"', '","names":"unionid"}'), undefined);
  });

  it('reaches 400 characters from a name to its value, and 160 to one without a name', () => {
    const far = (length: number) => `{"name":"unionid${' '.repeat(length)}`;
    assert.equal(kindOf(far(400)), 'unionid');
    assert.equal(kindOf(far(401)), undefined);
    const alone = (length: number) => `name="unionid${' '.repeat(length - 1)}\n`;
    const kindAlone = (length: number, behind: string) => unnamed(alone(length), behind);
    assert.equal(kindAlone(160, '\n'), 'unionid');
    assert.equal(kindAlone(161, '\n'), undefined);
    assert.equal(kindAlone(10, ''), 'unionid');
    assert.equal(kindAlone(10, 'x'), undefined);
    assert.equal(unnamed('name="unionid" ', '\n'), undefined);
  });

  it('knows nothing of a value with another name, or of one in another object without a name', () => {
    assert.equal(unnamed('name="unionid"\n', '\n', 'customer'), undefined);
    assert.equal(unnamed('name="unionid", value={\n', '\n', undefined, 2), undefined);
    assert.equal(unnamed('name="unionid", value={\n', '\n', 'value', 3), undefined);
    assert.equal(unnamed('name="unionid", value={\n', '\n', 'value', 2), 'unionid');
  });

  it('forgets a name where its object ends, or a tag begins', () => {
    const text = `name: unionid, value: ${union}`;
    const names = new Names(text);
    const pairs = new Pairs(text, names);
    const name = new GoverningName(text, names);
    name.set(0, 4);
    const value = { start: 22, end: 50, name: 'value', assigned: true, depth: 1 };
    const heard = [pairs.kindOf(value)];
    for (const end of [() => pairs.end(1), () => pairs.end(0), () => pairs.forget()]) {
      pairs.word(name, 6, 13, 1);
      end();
      heard.push(pairs.kindOf(value));
    }
    assert.deepEqual(heard, [undefined, 'unionid', undefined, undefined]);
  });
});

/** As `kindOf`, of a value without a name. */
function unnamed(before: string, behind: string, called?: string, depth = 1) {
  const text = `${before}${union}${behind}`;
  const names = new Names(text);
  const pairs = new Pairs(text, names);
  const name = new GoverningName(text, names);
  name.set(0, 4);
  pairs.word(name, 6, 13, 1);
  const start = before.length;
  return pairs.kindOf({
    start,
    end: start + union.length,
    name: called,
    assigned: called !== undefined,
    depth,
  });
}
