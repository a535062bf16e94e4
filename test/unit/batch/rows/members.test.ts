import assert from 'node:assert/strict';
import { type Line } from '../../../../src/batch/line';
import { Members } from '../../../../src/batch/rows/members';

/** A line between others, so that what stands beyond its ends would be seen. */
function between(text: string, before = 'x', behind = '"}'): Line {
  const bytes = Buffer.from(before + text + behind);
  return { bytes, from: before.length, to: bytes.length - behind.length };
}

function at(text: string, behind = 0): Members {
  const members = new Members();
  members.begin(between(text), behind);
  return members;
}

/** How far it has come in its line. */
const place = (members: Members) => members.at - 1;

describe('the members of an object in a line', () => {
  it('follow each other behind commas', () => {
    const members = at('{"a":1,"b":[2,{}],"c":"x"}', '{"a":1'.length);
    for (const [text, end] of [
      ['"b":[2,{}]', '{"a":1,"b":[2,{}]'],
      ['"c":"x"', '{"a":1,"b":[2,{}],"c":"x"'],
    ] as const) {
      assert.equal(members.isOver(), false);
      assert.equal(members.isAtEnd(), true);
      assert.equal(members.next(), true);
      assert.equal(place(members), end.length - text.length);
      assert.ok(members.key() && members.value());
      assert.equal(place(members), end.length);
    }
    assert.deepEqual([members.next(), members.isAtEnd(), members.isOver()], [false, true, true]);
  });

  it('are over where the line ends with the object, and nowhere else', () => {
    assert.equal(at('}').isOver(), true);
    assert.equal(at('}}').isOver(), false);
    assert.equal(at('} ').isOver(), false);
    assert.equal(at(']').isOver(), false);
    assert.equal(at('').isOver(), false);
  });

  it('do not go on beyond the end of the line', () => {
    const members = new Members();
    members.begin({ bytes: Buffer.from('a,'), from: 0, to: 1 }, 1);
    assert.equal(members.next(), false);
    assert.equal(members.at, 1);
  });

  it('end at a comma or a closing brace', () => {
    assert.deepEqual(
      [',', '}', ']', ':', '"', '1'].map(text => at(text).isAtEnd()),
      [true, true, false, false, false, false],
    );
  });
});

describe('a key', () => {
  it('is a text with a colon behind it', () => {
    const members = at('"a\\"b":1');
    assert.equal(members.key(), true);
    assert.equal(place(members), '"a\\"b":'.length);
  });

  for (const text of ['a":1', '"a"', '"a" :1', '"a', '', '"a\\":1'])
    it(`is none: ${text}`, () => assert.equal(at(text).key(), false));

  it('has a hash of its own, whatever stood before it', () => {
    const hash = (text: string, first = '') => {
      const members = at(first + text);
      if (first !== '') assert.ok(members.key() && members.value());
      members.begin(between(text), 0);
      assert.ok(members.key());
      return members.hash;
    };
    assert.equal(hash('"a":1'), hash('"a":2'));
    assert.equal(hash('"a":1'), hash('"a":1', '"b":2,'));
    assert.notEqual(hash('"a":1'), hash('"b":1'));
    assert.notEqual(hash('"ab":1'), hash('"ba":1'));
  });
});

describe('a value', () => {
  /** What is left behind it. */
  const rest = (text: string) => {
    const members = at(text);
    return members.value() ? text.slice(place(members)) : undefined;
  };

  for (const value of [
    ...['1', '-1.5e9', 'true', 'null', '""', '"a"', '"\\""', '"\\\\"', '","', '"}"'],
    ...['[]', '{}', '[1,2]', '[[1],{"a":[{}]}]', '{"a":"}","b":1}', '["]"]', ''],
  ])
    it(`ends before what stands behind it: ${value}`, () => {
      for (const behind of [',"x":1}', '}', ']']) assert.equal(rest(value + behind), behind);
    });

  for (const text of ['1', '"a', '"a"', '[1,2', '{"a":1', '"\\"}', '[,,', '[}'])
    it(`does not end in its line: ${text}`, () => assert.equal(rest(text), undefined));

  it('does not go on beyond the end of its line', () => {
    for (const behind of ['}', ',', '"}']) {
      const members = new Members();
      members.begin(between('[1]', 'x', behind), 0);
      assert.equal(members.value(), false, behind);
    }
  });

  it('adds to the hash of its key', () => {
    const hash = (text: string) => {
      const members = at(text);
      assert.ok(members.key() && members.value());
      return members.hash;
    };
    assert.equal(hash('"a":[1,"x"]}'), hash('"a":[1,"x"],'));
    const all = [
      '"a":1}',
      '"a":2}',
      '"a":"1"}',
      '"a":[1]}',
      '"a":{1}}',
      '"a":}',
      '"a":"\\"1"}',
      '"a":12}',
      '"a":21}',
    ];
    assert.equal(new Set(all.map(hash)).size, all.length);
  });
});

describe('a plain text', () => {
  it('is of letters, digits, _ and -, and has its quotes behind it', () => {
    for (const text of ['a', 'oAZaz09_-', 'x'.repeat(31)]) {
      const members = at(`"${text}",`);
      assert.equal(members.plainText(31) - 1, text.length + 1);
      assert.equal(place(members), text.length + 2);
    }
  });

  it('may be empty, and ends where it begins then', () => {
    const members = at('"",');
    assert.deepEqual([members.plainText(31) - 1, place(members)], [1, 2]);
  });

  for (const text of ['a', '1', '"a', '"a b"', '"\\u0061"', '"a.b"', `"${'x'.repeat(32)}"`, '', '['])
    it(`is none, and stays where it is: ${text}`, () => {
      const members = at(`${text},`);
      assert.deepEqual([members.plainText(31), place(members)], [0, 0]);
    });

  it('does not go on beyond the end of the line', () => {
    const members = new Members();
    members.begin(between('"ab', 'x', '",'), 0);
    assert.equal(members.plainText(31), 0);
    members.begin(between('"ab"', 'x', ','), 0);
    assert.equal(members.plainText(31), 4);
  });
});

describe('a plain number', () => {
  const most = 4_294_967_295;

  for (const value of [0, 1, 7, 9, 10, 19, 90, 1_500_000_000, most])
    for (const behind of [',', '}'])
      it(`is taken as it is: ${value}${behind}`, () => {
        const members = at(`${value}${behind}`);
        assert.deepEqual([members.plainNumber(most), place(members)], [value, `${value}`.length]);
      });

  for (const text of [
    '',
    ',',
    '-1,',
    '01,',
    '00,',
    '1.5,',
    '1e3,',
    '1 ,',
    '1]',
    '1"',
    `${most + 1},`,
    '"1",',
    '/,',
    ':,',
  ])
    it(`is none, and stays where it is: ${text}`, () => {
      const members = at(text);
      assert.deepEqual([members.plainNumber(most), place(members)], [-1, 0]);
    });

  it('is not above its limit', () => {
    assert.equal(at('30,').plainNumber(30), 30);
    assert.equal(at('31,').plainNumber(30), -1);
    assert.equal(at('300,').plainNumber(30), -1);
  });
});
