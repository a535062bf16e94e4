import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAnswer, TransportError } from '../../../../src/wechat';

describe('parseAnswer', () => {
  const readable: readonly (readonly [what: string, text: string, value: unknown])[] = [
    ['plain JSON', '{"subscribe":1,"openid":"o1"}', { subscribe: 1, openid: 'o1' }],
    ['a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['white space around', '\r\n {"a":1}\n', { a: 1 }],
    ['raw control characters', '{"a":"x\u0007y\u0000\u001f"}', { a: 'x\u0007y\u0000\u001f' }],
    ['a raw line feed', '{"a":"one\ntwo\r\n\tthree"}', { a: 'one\ntwo\r\n\tthree' }],
    ['a stray backslash', '{"a":"C:\\data","b":1}', { a: 'C:\\data', b: 1 }],
    ['a short unicode escape', '{"a":"\\u12"}', { a: '\\u12' }],
    ['a backslash at the end of a value', '{"a":"x\\","b":"y"}', { a: 'x\\', b: 'y' }],
    ['a backslash at the end of the last value', '{"a":"x\\"}', { a: 'x\\' }],
    ['escaped slashes beside stray backslashes', '{"a":"http:\\/\\/x \\d"}', { a: 'http://x \\d' }],
    [
      'escaped quotes beside a control character',
      '{"a":"{\\"b\\":\\"c\\"}\u0007"}',
      { a: '{"b":"c"}\u0007' },
    ],
    ['trailing commas', '{"a":[{"b":1},\n],\n}', { a: [{ b: 1 }] }],
    ['a missing comma', '{"unionid":"oX"\n"remark":""}', { unionid: 'oX', remark: '' }],
    [
      'a missing comma after a number or a list',
      '{"a":1 "b":[] "c":true "d":2}',
      { a: 1, b: [], c: true, d: 2 },
    ],
    ['commas and brackets inside strings', '{"a":"x,]}","b":"\u0007,}"}', { a: 'x,]}', b: '\u0007,}' }],
    ['an integer beyond 2^53', '{"qr_scene":12345678901234567}', { qr_scene: '12345678901234567' }],
    ['a long integer that is exact', '[9007199254740991, 1e20]', [9007199254740991, 1e20]],
    ['long digits inside a string', '{"a":"1234567890123456789"}', { a: '1234567890123456789' }],
    ['null', 'null', null],
    ['emoji and surrogates', '{"a":"🙂\ud800"}', { a: '🙂\ud800' }],
  ];

  for (const [what, text, value] of readable) {
    it(`reads ${what}`, () => assert.deepEqual(parseAnswer(text), value));
  }

  it('gives a long integer its exact digits wherever it stands, and leaves exact ones numbers', () => {
    for (let before = 0; before < 40; before++) {
      const text = `{"a":"${'x'.repeat(before)}","b":[12345,1234567890123456,999999999999999,12345678901234567]}`;
      assert.deepEqual(parseAnswer(text), {
        a: 'x'.repeat(before),
        b: [12345, 1234567890123456, 999999999999999, '12345678901234567'],
      });
    }
  });

  it('reads the sample of WeChat’s documentation, trailing comma and all', () => {
    const sample = `{
   "user_info_list": [
       {
           "subscribe": 1, 
           "openid": "otvxTs4dckWG7imySrJd6jSi0CWE", 
           "tagid_list":[128,2],
           "qr_scene_str": ""

      },
   ]
}`;
    assert.deepEqual(parseAnswer(sample), {
      user_info_list: [
        { subscribe: 1, openid: 'otvxTs4dckWG7imySrJd6jSi0CWE', tagid_list: [128, 2], qr_scene_str: '' },
      ],
    });
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['a page of HTML', '<!DOCTYPE html><html><body>Bad Gateway</body></html>'],
    ['half an answer', '{"user_info_list":[{"openid":"o1"'],
    ['an open string', '{"a":"x'],
    ['two answers', '{"a":1}{"b":2}'],
    ['JavaScript', "{a:'x'}"],
    ['a lone backslash', '\\'],
  ] as const) {
    it(`does not guess at ${what}`, () => {
      assert.throws(() => parseAnswer(text, '/cgi-bin/tags/get'), isUnreadable);
    });
  }

  it('names the endpoint and the beginning of what it could not read, without long words that may be secrets', () => {
    const text = `<html>\n${'access_token=76_'.padEnd(150, 'x')} ${'y '.repeat(200)}`;
    assert.throws(
      () => parseAnswer(text, '/cgi-bin/tags/get'),
      (error: unknown) => {
        assert.ok(error instanceof TransportError);
        const { endpoint, detail = '' } = error.fault;
        assert.equal(endpoint, '/cgi-bin/tags/get');
        assert.match(detail, /^<html> access_token=… y y/);
        assert.ok(detail.length <= 80);
        return true;
      },
    );
  });

  it('takes __proto__ for a key like any other, repaired or not', () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"__proto__":{"x":1},}']) {
      const value = parseAnswer(text);
      assert.ok(value instanceof Object);
      assert.deepEqual(Object.keys(value), ['__proto__']);
      assert.equal(Object.getPrototypeOf(value), Object.prototype);
    }
  });

  it('reads any nesting, repaired or not', () => {
    const depth = 10_000;
    for (const inner of ['1', '1,', '"\u0007"']) {
      let value = parseAnswer('['.repeat(depth) + inner + ']'.repeat(depth));
      let levels = 0;
      while (Array.isArray(value)) {
        value = value[0];
        levels++;
      }
      assert.equal(levels, depth);
    }
  });

  it('repairs the worst in linear time', () => {
    for (const worst of ['\\"', ',', '"', '\\', '\u0007', ', ', '" ', '\\" ', '-', '1']) {
      const text = `{"a":"${worst.repeat(300_000 / worst.length)}`;
      assert.throws(() => parseAnswer(text), isUnreadable);
      assert.throws(() => parseAnswer(`[${worst.repeat(300_000 / worst.length)}`), isUnreadable);
    }
  }).timeout(20_000);

  it('gives back whatever JSON.stringify wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value);
        assert.deepEqual(parseAnswer(text), JSON.parse(text));
        assert.deepEqual(parseAnswer(`\uFEFF${text}`), JSON.parse(text));
      }),
    );
  });

  it('gives back people’s texts also when their control characters came raw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '张', '\n', '\u0007', ' ', ',', '}', '🙂') })),
        texts => {
          const raw = JSON.stringify(texts)
            .replace(/\\n/g, '\n')
            .replace(/\\u0007/g, '\u0007');
          assert.deepEqual(parseAnswer(raw), texts);
        },
      ),
    );
  });

  it('never fails with anything but its own error', () => {
    const jsonish = fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\ntu019.e-\n\u0000 \uFEFF')) });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), jsonish), text => {
        try {
          parseAnswer(text);
        } catch (error) {
          assert.ok(isUnreadable(error));
        }
      }),
    );
  });
});

function isUnreadable(error: unknown): boolean {
  return error instanceof TransportError && error.fault.reason === 'unreadable';
}
