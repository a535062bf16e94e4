import assert from 'node:assert/strict';
import { isName, nameKind, Names } from '../../../../../src/openids/text/names/names';

const kinds: Readonly<Record<string, readonly string[]>> = {
  openid: [
    'openid',
    'OpenID',
    'open_id',
    'open-ids',
    'wx_openid',
    'user.openIdList',
    'FromUserName',
    'touser',
    'tousers',
    'openid_1',
  ],
  unionid: ['unionid', 'union_id', 'UnionIDs', 'wxUnionId', 'unionid_hash', 'unionIdWx'],
  appid: ['appid', 'AppIDs', 'wx.app_id'],
  secret: ['secret', 'app_secret', 'secrets'],
  sessionKey: ['session_key', 'sessionKeys'],
  token: ['access_token', 'tokens'],
  ticket: ['ticket', 'js_tickets'],
};

describe('nameKind', () => {
  for (const [kind, names] of Object.entries(kinds)) {
    it(`knows names of kind ${kind}`, () => {
      for (const name of names) assert.equal(nameKind(name), kind, name);
    });
  }

  it('prefers what a name ends with', () => {
    assert.equal(nameKind('unionid_openid'), 'openid');
    assert.equal(nameKind('openid_unionid'), 'unionid');
  });

  it('knows nothing of other names', () => {
    for (const name of ['', 'id', 'name', 'openidx', 'tokenizer', 'union', 'secretary', 'apps', 'ToUserName'])
      assert.equal(nameKind(name), undefined, name);
  });

  it('knows names of 5 to 40 characters', () => {
    assert.equal(nameKind('appid'), 'appid');
    assert.equal(nameKind('x'.repeat(33) + 'unionid'), 'unionid');
    assert.equal(nameKind('x'.repeat(34) + 'unionid'), undefined);
  });
});

describe('isName', () => {
  it('takes no text with a digit for a name', () => {
    assert.deepEqual(['openid', 'unionid', 'openid1', 'x7_token', 'ada'].map(isName), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('Names', () => {
  const names = (word: string) => [new Names(` ${word} `), 1, 1 + word.length] as const;
  const kindOf = (word: string) => {
    const [all, start, end] = names(word);
    return all.kindAt(start, end);
  };
  const isOne = (word: string) => {
    const [all, start, end] = names(word);
    return all.isName(start, end);
  };

  it('knows each kind where a name stands', () => {
    for (const [kind, words] of Object.entries(kinds)) {
      for (const word of words) assert.equal(kindOf(word), kind, word);
    }
    for (const word of ['', 'id', 'name', '12345678', 'unio', 'appi']) assert.equal(kindOf(word), undefined);
  });

  it('knows names of 5 to 40 characters', () => {
    assert.equal(kindOf('appid'), 'appid');
    assert.equal(kindOf('x'.repeat(33) + 'unionid'), 'unionid');
    assert.equal(kindOf('x'.repeat(34) + 'unionid'), undefined);
  });

  it('takes no string with a digit, or of more than 40 characters, for a name', () => {
    assert.ok(isOne('openid') && isOne('x'.repeat(33) + 'unionid'));
    for (const word of ['openid0', '9openid', 'x'.repeat(34) + 'unionid', 'ada', '']) assert.ok(!isOne(word));
    assert.ok(isOne('openid:') && isOne('/openid'));
  });

  it('knows what a word between a name and its value does', () => {
    const roles: Readonly<Record<string, readonly string[]>> = {
      in: ['in', 'IN', 'in_', 'not_in', 'notin_'],
      transparent: ['not', 'is', 'CDATA'],
      following: ['was', 'value', 'string', 'str', 'toString', 'keyword', 'raw'],
      comparing: ['like', 'ILIKE', 'rlike', 'eq', 'equals'],
    };
    const roleOf = (word: string) => {
      const [all, start, end] = names(word);
      return all.linkRole(start, end);
    };
    for (const [role, words] of Object.entries(roles)) {
      for (const word of words) assert.equal(roleOf(word), role, word);
    }
    for (const word of ['inn', 'no', 'values', '']) assert.equal(roleOf(word), undefined);
  });

  it('knows names of which the value is a name', () => {
    const namesName = (word: string) => {
      const [all, start, end] = names(word);
      return all.namesName(start, end);
    };
    for (const word of [
      'name',
      'Key',
      'field',
      'fieldName',
      'column',
      'attribute',
      'param',
      'label',
      'id',
      'k',
      'n',
      'x_name',
    ])
      assert.ok(namesName(word), word);
    for (const word of ['names', 'nickname', 'value', 'ids', 'kk', '']) assert.ok(!namesName(word), word);
  });
});
