import assert from 'node:assert/strict';
import { kindAsserted } from '../../../../../src/openids/text/sentences/assertion';
import { Statements } from '../../../../../src/openids/text/sentences/statement';
import { ada, union } from '../../samples';

describe('kindAsserted', () => {
  const calls: readonly (readonly [string, string])[] = [
    ['assertEquals("', '", json.getString("unionid"))'],
    ['expect(user.unionid).toBe("', '")'],
    ['assert.equal(user.unionid, "', '")'],
    ['if (strcmp(unionid, "', '") == 0)'],
    ['in_array("', '", $unionids)'],
    ['ASSERT_EQ(unionid(), "', '")'],
    ['Require.That("', '" , unionid)'],
    ['checkUnionid("', '")'],
    ['assertThat(unionid, is(equalTo("', '")))'],
    ['assertThat(user.getUnionId(), equalTo("', '"))'],
    ['assert(a(b(c(d(e("', '"))))), unionid)'],
  ];
  for (const [before, behind] of calls) {
    it(`knows what ${before}…${behind} is about`, () => {
      assert.equal(kindAsserted(before, behind), 'unionid');
    });
  }

  const others: readonly (readonly [string, string])[] = [
    ['print(unionid, "', '")'],
    ['assert "', '", unionid'],
    ['assertEquals(1, 2); f("', '", unionid)'],
    ['assertEquals("', '"); // unionid'],
    ['assert(name, "', '", other)'],
    ['assert(a(b(c(d(e(f("', '")))))), unionid)'],
    ['unionid; assert(x, "', '")'],
    ['checkUnionid(name, "', '")'],
  ];
  for (const [before, behind] of others) {
    it(`knows nothing of ${before}…${behind}`, () => assert.equal(kindAsserted(before, behind), undefined));
  }

  it('takes the nearest name, those behind the value first', () => {
    assert.equal(kindAsserted('assertEquals(unionid, openid, "', '")'), 'openid');
    assert.equal(kindAsserted('assertEquals(openid, "', '", unionid, openid)'), 'unionid');
    assert.equal(kindAsserted('assertEquals(openid, "', '" + unionid)'), 'openid');
  });
});

function standing(before: string, behind: string, name?: string, assigned = false) {
  const start = before.length;
  const value = { start, end: start + union.length, name, assigned, depth: 0 };
  return [new Statements(`${before}${union}${behind}`), value] as const;
}

/** What a value is that stands in a statement. */
function kindOf(...around: Parameters<typeof standing>) {
  const [statements, value] = standing(...around);
  return statements.kindOf(value);
}

/** What a value is that a statement behind it may be given. */
function kindBound(...around: Parameters<typeof standing>) {
  const [statements, value] = standing(...around);
  return statements.kindBound(value);
}

describe('Statements', () => {
  const behind = [
    ...[
      '" == user.unionid',
      "' AS unionid",
      '" is the unionid',
      "'=unionid",
      '" !== unionid',
      '" <> unionid',
    ],
    ...[
      '".equals(user.getUnionId())',
      '".equalsIgnoreCase(unionid)',
      '" <- unionid',
      '是unionid',
      ' 这个就是 unionid',
      '为unionid',
    ],
    ...[
      ' (unionid)',
      '（union id）',
      ' // unionid',
      ' # unionid\n',
      '", -- unionid',
      ' /* unionid */',
      '"[unionid]',
      `' for key 'uk_unionid'`,
    ],
    ...['" === req["unionid"]', '"=$_GET[unionid]'],
  ];
  for (const rest of behind) {
    it(`hears the name of a value behind it in ${JSON.stringify(rest)}`, () => {
      assert.equal(kindOf('x "', rest), 'unionid');
    });
  }

  const others = [
    ...[
      '" == name',
      '" unionid',
      '" and unionid',
      '" == unionid: x',
      '" == unionid = 1',
      '" // the unionid of Ada is unknown to us and to all of them',
    ],
    ...['" (unionid x y z a b c d e f g h i j k l m n o p q)', '\n(unionid)', '" == the unionid', ''],
  ];
  for (const rest of others) {
    it(`hears nothing of it in ${JSON.stringify(rest)}`, () => assert.equal(kindOf('x "', rest), undefined));
  }

  it('hears it before the value', () => {
    assert.equal(kindOf('unionid changed from ', ''), 'unionid');
    assert.equal(kindOf(`openid/unionid: ${ada}/`, ''), 'unionid');
    assert.equal(kindOf('assert(unionid, "', '")'), 'unionid');
  });

  it('listens to no other line for an assertion', () => {
    assert.equal(kindOf('assert(unionid,\n "', '")'), undefined);
    assert.equal(kindOf('assert(unionid,\r "', '")'), undefined);
    assert.equal(kindOf('assert(unionid; "', '")'), undefined);
    assert.equal(kindOf('assert("', '",\n unionid)'), undefined);
    assert.equal(kindOf('assert("', '", unionid\n)'), 'unionid');
  });

  it('asks nothing of a value that has a name with a sign', () => {
    assert.equal(kindOf('customer: "', '" == unionid', 'customer', true), undefined);
    assert.equal(kindOf('customer "', '" == unionid', 'customer', false), 'unionid');
    assert.equal(kindOf('"', '" == unionid', undefined, true), 'unionid');
  });

  it('hears from the statement behind its values what they are', () => {
    const statement = "'], sql: 'select a from b where unionid = ?'";
    for (const before of ["bindings: ['", 'params = ["', "args:['", "values: ('", 'bind=[']) {
      assert.equal(kindBound(before, statement, 'bindings', true), 'unionid');
    }
    assert.equal(kindBound("bindings: ['", "'], sql: 'update b set `union_id`=%s'"), 'unionid');
    assert.equal(kindBound("bindings: ['", "'] … and t.unionid in (?)"), 'unionid');
    assert.equal(kindBound("bindings: ['", "'], unionid"), undefined);
    assert.equal(kindBound("others: ['", statement), undefined);
  });

  it('listens to 200 characters on either side', () => {
    const far = (blanks: number) => `"${' '.repeat(4)}==${' '.repeat(4)}`.padEnd(blanks);
    assert.equal(kindOf('x "', `${far(11)}unionid`), 'unionid');
    const assertion = (length: number) => `assert(unionid,${' '.repeat(length - 16)}"`;
    assert.equal(kindOf(assertion(200), '")'), 'unionid');
    assert.equal(kindOf(assertion(201), '")'), undefined);
    assert.equal(kindOf('assert("', `",${' '.repeat(190)}unionid)`), 'unionid');
    assert.equal(kindOf('assert("', `",${' '.repeat(198)}unionid)`), undefined);
  });
});
