import assert from 'node:assert/strict';
import { Binds, isOfUrl } from '../../../../src/openids/tables/binds';
import { type NameKind } from '../../../../src/openids/text/names/names';
import { ada } from '../samples';

type Kinds = readonly (NameKind | undefined)[];
const ids: Kinds = ['openid', 'unionid'];

/** A statement with a question mark for each kind, and what stands behind it: what each `$` of that is. */
function kindsOf(statement: string, kinds: Kinds, behind: string, name?: string, depth = 1): Kinds {
  const text = `${statement}${behind}`;
  const binds = new Binds(text);
  let at = -1;
  for (const kind of kinds) {
    at = statement.indexOf('?', at + 1);
    binds.add(kind, at + 1);
  }
  return Array.from(text.matchAll(/\$/g), ({ index }) =>
    binds.kindOf({ name, start: index, end: index + 1, assigned: name !== undefined, depth }),
  );
}

describe('Binds', () => {
  const statement = 'where openid = ? and unionid = ?';

  it('knows values by the order of the placeholders', () => {
    assert.deepEqual(kindsOf(statement, ids, '; [$, $]'), ids);
    assert.deepEqual(kindsOf(statement, ids, "', ['$', '$', '$'])"), [...ids, undefined]);
  });

  for (const before of ['Parameters: [', 'params=(', 'args = [', 'x, a, bindings:[', 'values: (']) {
    it(`begins to count behind ${JSON.stringify(before)}`, () => {
      assert.deepEqual(kindsOf(statement, ids, ` ${before}$, $]`), ids);
    });
  }

  it('begins to count behind the string that the statement is', () => {
    assert.deepEqual(kindsOf(statement, ids, ' order by a, b", $, $'), ids);
    assert.deepEqual(kindsOf(statement, ids, "' , $, $"), ids);
  });

  it('counts what stands before its values where neither is', () => {
    assert.deepEqual(kindsOf('unionid = ? a ?', ['unionid', 'token'], ' x, $'), ['token']);
  });

  it('knows values by the names that lists of them have, and by none of another', () => {
    for (const name of [
      'parameters',
      'Params',
      'param',
      'arg',
      'arguments',
      'binds',
      'bindings',
      'bound',
      'values',
      's',
    ]) {
      assert.deepEqual(kindsOf(statement, ids, ' [$', name), ['openid']);
    }
    assert.deepEqual(kindsOf(statement, ids, ' [$', 'customer'), [undefined]);
    assert.deepEqual(kindsOf(statement, ids, ' [$', 'xvalues'), [undefined]);
  });

  it('knows values by their numbers', () => {
    const behind =
      '\n parameter [2] as [VARCHAR] - [$]\n parameter [1] as [VARCHAR] - [$]\n binding parameter (2) <- $';
    assert.deepEqual(kindsOf(statement, ids, behind), ['unionid', 'openid', 'unionid']);
    assert.deepEqual(kindsOf(statement, ids, ' parameter (3) $'), [undefined]);
  });

  it('goes on to know values by their numbers on many lines', () => {
    const lines = Array.from({ length: 100 }, () => `\n binding parameter [2] as [VARCHAR] - [$]`).join('');
    assert.deepEqual(new Set(kindsOf(statement, ids, lines)), new Set(['unionid']));
  });

  it('says nothing without a placeholder, or where none is compared with a known name', () => {
    assert.deepEqual(kindsOf('', [], '[$]'), [undefined]);
    assert.deepEqual(kindsOf('a = ? and b = ?', [undefined, undefined], ' [$, $]'), [undefined, undefined]);
    assert.deepEqual(kindsOf('a = ? and b = ?', [undefined, 'unionid'], ' [$, $]'), [undefined, 'unionid']);
  });

  it('takes values on the next line only in brackets or under a name', () => {
    assert.deepEqual(kindsOf(statement, ids, '\n$', undefined, 0), [undefined]);
    assert.deepEqual(kindsOf(statement, ids, '\n$', 'params', 0), ['openid']);
    assert.deepEqual(kindsOf(statement, ids, '\n[$', undefined, 1), ['openid']);
    assert.deepEqual(kindsOf(statement, ids, ' $', undefined, 0), ['openid']);
  });

  it('takes only those that stand on one line', () => {
    assert.deepEqual(kindsOf(statement, ids, '\n[$,\n$]'), ['openid', undefined]);
    assert.deepEqual(kindsOf(statement, ids, '\r[$,\r$]'), ['openid', undefined]);
  });

  it('reaches 1000 characters behind the last placeholder', () => {
    assert.deepEqual(kindsOf('unionid = ?', ['unionid'], `${' '.repeat(1000)}$`), ['unionid']);
    assert.deepEqual(kindsOf('unionid = ?', ['unionid'], `${' '.repeat(1001)}$`), [undefined]);
  });
});

describe('Binds, of one statement after another', () => {
  it('counts on over lines, up to the verb of the next', () => {
    assert.deepEqual(kindsOf('a = ?\n and unionid = ?', [undefined, 'unionid'], ' [$, $]'), [
      undefined,
      'unionid',
    ]);
    assert.deepEqual(kindsOf('a = ?\nselect b where unionid = ?', [undefined, 'unionid'], ' [$, $]'), [
      'unionid',
      undefined,
    ]);
    assert.deepEqual(kindsOf('a = ?; UPDATE b where unionid = ?', [undefined, 'unionid'], ' [$'), [
      'unionid',
    ]);
    assert.deepEqual(kindsOf('a = ? select unionid = ?', [undefined, 'unionid'], ' [$, $'), [
      undefined,
      'unionid',
    ]);
  });

  it('counts anew behind values', () => {
    const text = 'unionid = ? [$] openid = ? [$]';
    const binds = new Binds(text);
    const kindAt = (start: number) =>
      binds.kindOf({ name: undefined, start, end: start + 1, assigned: false, depth: 1 });
    binds.add('unionid', 11);
    assert.equal(kindAt(13), 'unionid');
    binds.add('openid', 26);
    assert.equal(kindAt(28), 'openid');
  });

  it('counts anew where the next placeholder is more than 1000 characters away', () => {
    const far = (blanks: number) => `a = ?${' '.repeat(blanks)}?`;
    const kinds: Kinds = [undefined, 'unionid'];
    assert.deepEqual(kindsOf(far(999), kinds, ' [$, $]'), kinds);
    assert.deepEqual(kindsOf(far(1000), kinds, ' [$, $]'), ['unionid', undefined]);
  });

  it('counts the first 1000 placeholders', () => {
    const kinds: Kinds = [...Array.from({ length: 999 }, () => undefined), 'unionid', 'token'];
    const values = '\n parameter [1000] $\n parameter [1001] $';
    assert.deepEqual(kindsOf('?'.repeat(1001), kinds, values), ['unionid', undefined]);
  });
});

describe('Binds.addList', () => {
  /** Where the list ends, and what the values are that follow it. */
  function listed(list: string, values = '$, $'): readonly [number | undefined, ...Kinds] {
    const text = `in (${list}) [${values}]`;
    const binds = new Binds(text);
    const end = binds.addList('unionid', 4);
    const kinds = Array.from(text.slice(4 + list.length).matchAll(/\$/g), ({ index }) => {
      const start = 4 + list.length + index;
      return binds.kindOf({ name: undefined, start, end: start + 1, assigned: false, depth: 1 });
    });
    return [end, ...kinds];
  }

  it('knows a value for each placeholder of a list', () => {
    assert.deepEqual(listed('?, ?'), [8, 'unionid', 'unionid']);
    assert.deepEqual(listed(' %s,%s '), [11, 'unionid', 'unionid']);
    assert.deepEqual(listed('?'), [5, 'unionid', undefined]);
    assert.deepEqual(listed('$1 , $23', 'a').slice(0, 1), [12]);
  });

  it('takes nothing else for one', () => {
    for (const list of ['', '?, 1', "?, ?, 'a'", '??', 'select ?']) assert.equal(listed(list)[0], undefined);
    assert.deepEqual(listed('?, 1'), [undefined, undefined, undefined]);
  });
});

describe('isOfUrl', () => {
  const isOf = (text: string) => isOfUrl(text, text.indexOf('?'), text.indexOf('?') + 1);

  it('knows a question mark within a URL', () => {
    assert.ok(isOf(`/cb?openid=${ada}`) && isOf('http://a/?b=1') && isOf('a?b'));
  });

  it('takes any other for a placeholder', () => {
    for (const text of ['a = ?', '(?, ?)', '?b', 'a?', 'a? b', ' ?b', 'a ?b']) assert.ok(!isOf(text));
  });
});
