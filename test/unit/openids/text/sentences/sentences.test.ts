import assert from 'node:assert/strict';
import { nameOfFirst, nameOfSecond } from '../../../../../src/openids/text/sentences/joined';
import { isComplainedOf, isMissed, speaksOfOthers } from '../../../../../src/openids/text/sentences/missing';
import { keyNamedBehind, nameSaidBefore } from '../../../../../src/openids/text/sentences/sayings';
import { wordsAt } from '../../../../../src/openids/text/sentences/wordsBehind';
import { ada, union } from '../../samples';

const missed = (before: string) => isMissed(`${before}unionid`, before.length);

describe('isMissed', () => {
  for (const before of [
    ...['no ', 'without ', 'Missing ', 'user lacks ', 'lacking the ', 'empty ', 'absent ', 'needs a valid '],
    ...[
      'requires ',
      'failed to get ',
      'failure in ',
      'unable to read the ',
      'error getting ',
      'failed fetching ',
    ],
    ...[
      'cannot find ',
      "can't get ",
      'could not load ',
      'couldn’t get ',
      "doesn't have ",
      'can not get ',
      'does not have ',
      'has no ',
    ],
    ...['没有', '沒有', '无', '無', '缺少', '未绑定', '获取不到', '没有对应的 ', '(no ', 'a: no ', '\nno '],
  ]) {
    it(`hears in ${JSON.stringify(before)} that there is none`, () => assert.ok(missed(before)));
  }

  for (const before of [
    ...['', 'the ', 'no. ', 'no, ', 'nose ', 'piano ', 'no ("', 'without, the ', 'no a b c ', 'cannot; '],
    ...['无效', '未知', '没有，', '没有"', 'no:', 'no=', 'failed ', '的', 'no\n', 'with '],
  ]) {
    it(`hears nothing of the kind in ${JSON.stringify(before)}`, () => assert.ok(!missed(before)));
  }

  it('listens to 48 characters', () => {
    assert.ok(missed(`no ${'x'.repeat(44)} `));
    assert.ok(!missed(`no ${'x'.repeat(45)} `));
  });
});

describe('isComplainedOf', () => {
  const complained = (before: string) => isComplainedOf(`${before}token`, before.length);

  it('hears that a token is bad', () => {
    for (const before of [
      'invalid ',
      'an Expired ',
      'wrong ',
      'no ',
      '无效',
      '无效的',
      '错误的 ',
      '过期',
      '失效的',
    ])
      assert.ok(complained(before));
  });

  it('hears nothing else', () => {
    for (const before of ['', 'valid ', 'invalid, ', 'noinvalid ', 'invalid the ', 'invalid: ', '有效的'])
      assert.ok(!complained(before));
  });
});

describe('speaksOfOthers', () => {
  it('hears of somebody else, or of a failure', () => {
    for (const words of [
      '没有',
      '为空',
      '不存在',
      '失败',
      '错误',
      '异常',
      '过期',
      '的用户',
      '用户',
      '粉丝',
      '的',
      '不为空的',
    ])
      assert.equal(speaksOfOthers(words), true, words);
  });

  it('hears nothing of them in what leads to a value', () => {
    for (const words of ['字段', '不为空', '的值', '的字段', '的内容', '的是', '的为', '是', '为'])
      assert.equal(speaksOfOthers(words), false, words);
  });
});

describe('wordsAt', () => {
  const said = (words: string) => {
    const found = wordsAt(`unionid${words}`, 7);
    return found && [found.role, found.end - 7];
  };

  it('hears a promise in a verb at the end', () => {
    for (const words of ['是', '为', '為', '字段为', '由', '从', '從', '如下'])
      assert.deepEqual(said(words), ['promise', words.length]);
  });

  it('hears a link to the sign that follows', () => {
    for (const rest of ['：', ':', ' =', '" :', `'\t=`, '＝', '\\": '])
      assert.deepEqual(said(`字段${rest}`), ['link', 2]);
  });

  it('hears of others where no sign follows, or where the words say so', () => {
    for (const words of ['字段', '字段 x', '字段。', '的用户：', '失败:', '字段     :']) {
      assert.deepEqual(said(words), ['others', /^[\u3400-\u9fff]*/.exec(words)?.[0].length]);
    }
  });

  it('hears nothing where no Chinese follows', () => {
    for (const rest of ['', ' 字', 'x', '，', '：', '\u33ff', '\ua000']) assert.equal(said(rest), undefined);
  });

  it('knows the first and the last Chinese letter, without which the words would end', () => {
    assert.deepEqual(said('\u3400\u9fff:'), ['link', 2]);
  });

  it('listens to 40 letters', () => {
    assert.deepEqual(said(`${'字'.repeat(39)}是`), ['promise', 40]);
    assert.deepEqual(said(`${'字'.repeat(40)}是`), ['others', 40]);
  });
});

describe('nameOfFirst', () => {
  const first = (before: string, behind: string) => {
    const text = `${before}unionid${behind}`;
    return nameOfFirst(text, before.length, before.length + 7);
  };
  const values = `: ${ada}/${union}`;

  it('knows the name that stands together with another before two values', () => {
    for (const before of [
      'openid/',
      'the openid / ',
      'openid、',
      'openid|',
      'openid和',
      'openid 与 ',
      'openid and ',
    ])
      assert.equal(first(before, values), 'openid');
    for (const behind of [
      `=${ada},${union}`,
      `是 ${ada} ${union}`,
      ` 分别是："${ada}"、"${union}"`,
      `" are ${ada} 和`,
      `分别为'${ada}' |`,
    ])
      assert.equal(first('openid/', behind), 'openid');
  });

  it('knows none where one of them is missing', () => {
    for (const before of ['', 'openid ', 'openid, ', 'a/openid/', 'xx/', '7openid/'])
      assert.equal(first(before, values), undefined, before);
    for (const behind of ['', ': x/y', `: ${ada}`, `: ${ada}.`, ` ${ada}/${union}`, ` of: ${ada}/`])
      assert.equal(first('openid/', behind), undefined, behind);
  });

  it('looks at 60 characters before the second name', () => {
    assert.equal(first(`${' '.repeat(80)}openid/`, values), 'openid');
    assert.equal(nameOfFirst(`openid${' '.repeat(60)}`, 66, 66), undefined);
  });
});

describe('nameOfSecond', () => {
  it('knows the name of the value that follows another', () => {
    for (const before of [
      `openid/unionid: ${ada}/`,
      `openid和unionid分别是${ada}和`,
      `openid and unionid are ${ada}, `,
      `a|unionid="${ada}" | "`,
    ])
      assert.equal(nameOfSecond(before), 'unionid');
    assert.equal(nameOfSecond(`${'x'.repeat(500)} openid/unionid: ${ada}/`), 'unionid');
  });

  it('knows none where anything else stands between', () => {
    for (const before of [
      '',
      `unionid: ${ada}/`,
      `openid/unionid: ${ada} x `,
      `openid/unionid: ${ada}`,
      `openid/unionid: x/`,
    ])
      assert.equal(nameOfSecond(before), undefined);
  });
});

describe('nameSaidBefore', () => {
  for (const before of [
    ...[
      'unionid changed from ',
      'user_unionid was ',
      'the unionid mismatch: expected "',
      'unionid has changed: old (',
    ],
    ...[`the unionid of ${ada} is `, `union_id for "${ada}" = '`, `unionid of ${ada} -> `],
    'E11000 duplicate key error index: fans.$unionid_1 dup key: { : "',
    "Violation of UNIQUE KEY constraint 'UQ_fans_unionid'. The duplicate key value is (",
    "duplicate key row with unique index 'ix_unionid_x'. The duplicate key value is (7, ",
  ]) {
    it(`hears that ${JSON.stringify(before)} is about a unionid`, () => {
      assert.match(nameSaidBefore(before) ?? '', /unionid$|union_id$/);
    });
  }

  for (const before of [
    '',
    'openid changed from ',
    'unionid ',
    'unionid changed from a ',
    'unionid of ada is ',
    'unionids: ',
  ]) {
    it(`hears nothing of the kind in ${JSON.stringify(before)}`, () => {
      assert.equal(nameSaidBefore(before), undefined);
    });
  }
});

describe('keyNamedBehind', () => {
  it('knows the key of which MySQL says that an entry is double', () => {
    assert.equal(keyNamedBehind("' for key 'fans.uk_unionid'"), 'uk_unionid');
    assert.equal(keyNamedBehind('`  for KEY "unionid"'), 'unionid');
  });

  it('knows none elsewhere', () => {
    for (const behind of [
      '',
      " for key 'unionid'",
      "' for keys 'unionid'",
      "' for key unionid",
      "x' for key 'unionid'",
      "' for key 'a.b.unionid'",
    ])
      assert.equal(keyNamedBehind(behind), undefined);
  });
});
