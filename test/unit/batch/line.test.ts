import assert from 'node:assert/strict';
import { parseJson } from '../../../src/batch/json';
import { beginsWith, type Line, textOf } from '../../../src/batch/line';

describe('a line among the bytes of a file', () => {
  const bytes = Buffer.from('{"a":1}\n张三\n');
  const first: Line = { bytes, from: 0, to: 7 };
  const second: Line = { bytes, from: 8, to: 14 };

  it('is a text without its neighbours', () => {
    assert.equal(textOf(first), '{"a":1}');
    assert.equal(textOf(second), '张三');
    assert.equal(textOf({ bytes, from: 3, to: 3 }), '');
  });

  it('begins with what stands at its beginning, be it all of it or nothing', () => {
    for (const beginning of ['', '{', '{"a"', '{"a":1}'])
      assert.ok(beginsWith(first, Buffer.from(beginning)), beginning);
    assert.ok(beginsWith(second, Buffer.from('张')));
  });

  it('does not begin with anything else, nor with what stands beyond its end', () => {
    for (const beginning of ['a', '{"b"', '"', '{"a":1}\n', '{"a":2'])
      assert.ok(!beginsWith(first, Buffer.from(beginning)), beginning);
    assert.ok(!beginsWith({ bytes, from: 0, to: 1 }, Buffer.from('{"')));
    assert.ok(!beginsWith({ bytes, from: 8, to: 11 }, Buffer.from('张三')));
  });
});

describe('parseJson', () => {
  it('gives what a text says, and nothing for one that is no JSON', () => {
    assert.deepEqual(parseJson('{"a":[1,null]}'), { a: [1, null] });
    assert.equal(parseJson('null'), null);
    for (const text of ['', '{', 'undefined', '{"a":1}x']) assert.equal(parseJson(text), undefined);
  });
});
