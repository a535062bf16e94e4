import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readProfileRows } from '../../../../src/wechat/profile/profileRows';

const answer = (...rows: readonly string[]) => `{"user_info_list":[${rows.join()}]}`;

const read = (text: string) => readProfileRows(Buffer.from(text));

describe('the rows of a batchget answer', () => {
  const texts = [
    '{"subscribe":1,"openid":"o1","remark":"a\\"b 张"}',
    '{"openid":"o2", "tagid_list":[], "remark":"} , {"}',
  ];

  it('come with a line for each, as WeChat wrote it', () => {
    const rows = read(answer(...texts));
    assert.deepEqual(
      [...(rows ?? [])],
      [
        { subscribe: 1, openid: 'o1', remark: 'a"b 张' },
        { openid: 'o2', tagid_list: [], remark: '} , {' },
      ],
    );
    assert.equal(rows?.lines?.toString(), texts.map(text => `${text}\n`).join(''));
  });

  it('without an openid are left out', () => {
    const rows = read(answer('{"openid":"o1"}', '{"subscribe":0}', '{"openid":"o3"}'));
    assert.deepEqual([...(rows ?? [])], [{ openid: 'o1' }, { openid: 'o3' }]);
    assert.equal(rows?.lines, undefined);
  });

  for (const [what, text] of [
    ['a line feed, which would end a line', answer('{"openid":"o1",\n"subscribe":1}')],
    ['“},{” within a text', answer('{"openid":"o1","remark":"},{"}', '{"openid":"o2"}')],
    ['“},{” deeper down', answer('{"openid":"o1","x":[{"y":1},{"openid":"o9"}]}')],
  ] as const) {
    it(`have no lines where the answer holds ${what}`, () => {
      const rows = read(text);
      assert.deepEqual({ user_info_list: [...(rows ?? [])] }, JSON.parse(text));
      assert.equal(rows?.lines, undefined);
    });
  }

  for (const [what, text] of [
    ['no list', '{"errcode":40003,"errmsg":"invalid openid"}'],
    ['an empty list', answer()],
    ['more than the list', '{"user_info_list":[{"openid":"o1"}],"more":[{"openid":"o2"}]}'],
    ['an error beside the list', '{"user_info_list":[{"openid":"o1"}],"errcode":40001,"x":[{}]}'],
    ['two lists', '{"user_info_list":[{"openid":"o1"}],"user_info_list":[{"openid":"o2"}]}'],
    ['a trailing comma', '{"user_info_list":[{"openid":"o1"},]}'],
    ['a raw control character', answer('{"openid":"o1","remark":"\u0007"}')],
    ['an integer that JavaScript would change', answer('{"openid":"o1","qr_scene":12345678901234567}')],
    ['a byte order mark', `\uFEFF${answer('{"openid":"o1"}')}`],
    ['a row cut in its middle', '{"user_info_list":[{"openid":"o1"},{"openid":]}'],
  ] as const) {
    it(`are left to others where the answer holds ${what}`, () => {
      assert.equal(read(text), undefined);
    });
  }

  it('are those that JSON reads, and so are their lines, whatever stands in them', () => {
    const piece = fc.constantFrom('},{', '{"openid":"o9"}', '"', '\\', '[', ']', '{', '}', ',', '\n', '张');
    const nasty = fc.array(piece).map(pieces => pieces.join(''));
    const value = fc.oneof(nasty, fc.jsonValue(), fc.array(fc.dictionary(nasty, nasty)));
    const row = fc
      .tuple(nasty, fc.dictionary(fc.oneof(nasty, fc.constant('__proto__')), value))
      .map(([openid, fields]) => ({ ...fields, openid }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), given => {
        const text = answer(...given.map(each => JSON.stringify(each)));
        const rows = read(text);
        if (rows === undefined) return;
        assert.deepEqual({ user_info_list: [...rows] }, JSON.parse(text));
        const lines = rows.lines?.toString().trimEnd().split('\n');
        assert.deepEqual(lines?.map(each => JSON.parse(each) as unknown) ?? [...rows], [...rows]);
      }),
    );
  });
});
