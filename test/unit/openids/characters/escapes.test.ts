import assert from 'node:assert/strict';
import { escapeAt } from '../../../../src/openids/characters/escapes';

/** What an escape means that stands between other text, and what it is made of. */
function read(escape: string): readonly [string, string] | undefined {
  const text = `x${escape}`;
  const found = escapeAt(text, 1);
  return found && [String.fromCharCode(found.code), text.slice(1, found.end)];
}

describe('escapeAt', () => {
  const whole: Readonly<Record<string, string>> = {
    '\\"': '"',
    "\\'": "'",
    '\\/': '/',
    '\\\\"': '"',
    '\\\\\\"': '"',
    '\\n': '\n',
    '\\r': '\r',
    '\\t': '\t',
    '\\b': '\b',
    '\\f': '\f',
    '\\v': '\v',
    '\\0': '\0',
    '\\\\n': '\n',
    '\\u200b': '\u200b',
    '\\u200B': '\u200b',
    '\\u003a': ':',
    '\\\\u0022': '"',
    '\\x22': '"',
    '\\x7D': '}',
    '%22': '"',
    '%3D': '=',
    '%3d': '=',
    '%2522': '"',
    '%25252522': '"',
    '%25': '%',
    '&quot;': '"',
    '&QUOT;': '"',
    '&apos;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&amp;quot;': '"',
    '&amp;amp;lt;': '<',
    '&amp;amp;': '&',
    '&#34;': '"',
    '&#65306;': '：',
    '&#x22;': '"',
    '&#X3a;': ':',
    '&#xFF1A;': '：',
    '&amp;#34;': '"',
  };
  for (const [escape, character] of Object.entries(whole)) {
    it(`reads ${escape} as ${JSON.stringify(character)}, whatever follows`, () => {
      assert.deepEqual(read(escape), [character, escape]);
      assert.deepEqual(read(`${escape};z`), [character, escape]);
    });
  }

  const parts: Readonly<Record<string, readonly [string, string]>> = {
    '\\w': ['\\', '\\'],
    '\\\\w': ['\\', '\\\\'],
    '\\': ['\\', '\\'],
    '\\\\': ['\\', '\\\\'],
    '\\u20': ['\\', '\\'],
    '\\u20g0': ['\\', '\\'],
    '\\xg2': ['\\', '\\'],
    '\\x2': ['\\', '\\'],
    '\\1': ['\\', '\\'],
    '%25zz': ['%', '%25'],
    '%252': ['%', '%25'],
    '%253': ['%', '%25'],
  };
  for (const [text, [character, escape]] of Object.entries(parts)) {
    it(`reads no more than ${escape} of ${text}`, () => assert.deepEqual(read(text), [character, escape]));
  }

  for (const text of [
    '%',
    '%2',
    '%g2',
    '%2g',
    '%`0',
    '%/0',
    '%:0',
    '%@0',
    '&',
    '&quot',
    '&nbsp;',
    '&#;',
    '&#x;',
    '&#123456;',
    '&#x12345;',
    'quot;',
    'n',
    '',
  ]) {
    it(`reads nothing in ${JSON.stringify(text)}`, () => assert.equal(read(text), undefined));
  }

  it('reads the digits of every hexadecimal number', () => {
    for (let code = 0; code < 256; code++) {
      const digits = code.toString(16).padStart(2, '0');
      if (code === 0x25) continue;
      assert.deepEqual(escapeAt(`%${digits}`, 0), { code, end: 3 });
      assert.deepEqual(escapeAt(`\\x${digits.toUpperCase()}`, 0), { code, end: 4 });
    }
  });

  it('reads what was escaped six times over, and not what was escaped without end', () => {
    const six = `${'\\'.repeat(63)}"`;
    assert.deepEqual(escapeAt(six, 0), { code: 0x22, end: 64 });
    const more = escapeAt(`${'\\'.repeat(65)}"`, 0);
    assert.deepEqual(more, { code: 0x5c, end: 65 });
    assert.deepEqual(escapeAt(`x${'\\'.repeat(65)}n`, 1), { code: 0x5c, end: 66 });
    assert.deepEqual(escapeAt(`%${'25'.repeat(31)}3D`, 0), { code: 0x3d, end: 65 });
    assert.deepEqual(escapeAt(`%${'25'.repeat(32)}3D`, 0), { code: 0x25, end: 65 });
    assert.equal(read(`&${'amp;'.repeat(8)}lt;`)?.[0], '<');
    assert.equal(read(`&${'amp;'.repeat(10)}lt;`)?.[0], '&');
  });
});
