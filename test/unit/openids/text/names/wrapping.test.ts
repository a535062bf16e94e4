import assert from 'node:assert/strict';
import {
  bracketedTypeEnd,
  itemIndexEnd,
  lineNumberEnd,
  operatorEnd,
  phpTypeEnd,
  prefixedAt,
  valueAfter,
  visibilityEnd,
} from '../../../../../src/openids/text/names/wrapping';

describe('what stands between a name and its value', () => {
  const ends: readonly (readonly [
    (text: string, start: number) => number | undefined,
    readonly string[],
    readonly string[],
  ])[] = [
    [
      bracketedTypeEnd,
      [
        '(2) |[',
        '(2)|{',
        '(string) |"',
        '(string) (len=28) |"',
        '([]string) (len=2 cap=4) |{',
        '[]string|{',
        '[2]*T|{',
        '[UNION]) - |[',
      ],
      ['(2)', '(x)"', '[]"'],
    ],
    [
      visibilityEnd,
      ['protected|]', 'private|]', '"User":private|]', '"App\\User":protected|]'],
      ['public]', 'private', '"User"private]'],
    ],
    [itemIndexEnd, ['0: |"', "123456: |'"], ['0:"', '1234567: "', 'a: "', '0: x']],
    [phpTypeEnd, ['string(28)|', '\n  string(7)| "'], ['string', 'string()', 'int(7)']],
    [
      lineNumberEnd,
      ['1)| "', '12.| x', '7|\n', '---|\n', '----- |\n'.replace(' |', '| ')],
      ['1)"', '12', '--\n', '--- x', '1234567) '],
    ],
    [operatorEnd, [`"=",|`, ` 'like' ,|`, `'!=',|`, `"IN",|`], [`"=" x`, `"a",`, `"=',`, '=,']],
    [
      prefixedAt,
      [`u|'`, `b|"`, `N|'`, `rb|"`, `_utf8mb4|'`, `s:28:|"`, `S:7:|\\"`],
      ['q"', 'u "', 's:"', 'ubr"'],
    ],
  ];
  for (const [end, known, others] of ends) {
    it(`ends as ${known[0]?.replace('|', '')} does`, () => {
      for (const text of known)
        assert.equal(end(`x${text.replace('|', '')}`, 1), 1 + text.indexOf('|'), text);
      for (const text of others) assert.equal(end(`x${text}`, 1), undefined, text);
    });
  }
});

describe('valueAfter', () => {
  const after = (text: string, known = true) =>
    valueAfter(text, 0, /^[@$&]?\w+/.exec(text)?.[0].length ?? 0, () => known);

  it('goes past what only wraps a value', () => {
    for (const text of [
      'Some(|"',
      'Optional.of(|"',
      'new String(|"',
      'Arrays.asList(|"',
      'String |"',
      'std::string(|"',
      'List<String>|{',
      '_.in(|[',
      'array|(',
      'array(2) |{',
      'array:2 |[',
      'Array\n|(',
      'Set(2) |{',
      'Array(2)| 0: "',
    ])
      assert.equal(
        after(text.replace('|', '')),
        text.indexOf('|') - (/^[\w. :<>]*\(\|["[]/.test(text) ? 1 : 0),
        text,
      );
  });

  it('goes past them only behind a name that is known, but past a prefix behind any', () => {
    assert.equal(after('Some("', false), undefined);
    assert.equal(after('u"', false), 1);
    assert.equal(after('s:28:"', false), 5);
  });

  it('takes any other word for one of its own', () => {
    for (const text of ['abc(', 'some, "', 'x "', 'Some', 'Some x', 'u "', ''])
      assert.equal(after(text), undefined, text);
  });
});
