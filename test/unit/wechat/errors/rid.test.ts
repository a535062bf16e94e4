import assert from 'node:assert/strict';
import { isKeptRequest, ridOf, ridTime } from '../../../../src/wechat';

describe('the id of a request', () => {
  for (const [errmsg, rid] of [
    ['invalid openid rid: 62e14637-0aa1bb2c-3dd4ee5f', '62e14637-0aa1bb2c-3dd4ee5f'],
    [
      'invalid appsecret, view more at http://t.cn/RAEkdVq, rid:62e14637-0aa1bb2c-3dd4ee5f',
      '62e14637-0aa1bb2c-3dd4ee5f',
    ],
    ['errcode 40003 · rid 62e14637-0aa1bb2c-3dd4ee5f · 31 ms', '62e14637-0aa1bb2c-3dd4ee5f'],
    ['不合法的 openid，rid：62e14637-0aa1bb2c-3dd4ee5f', '62e14637-0aa1bb2c-3dd4ee5f'],
    ['errcode=40003 rid=62e14637-0aa1bb2c-3dd4ee5f', '62e14637-0aa1bb2c-3dd4ee5f'],
    ['"rid":"62e14637-0aa1bb2c-3dd4ee5f"', '62e14637-0aa1bb2c-3dd4ee5f'],
    ['invalid credential hint: [Xq9.Za0423vr31]', 'Xq9.Za0423vr31'],
    ['invalid openid, hints: [ req_id: aB3_-x9 ]', 'aB3_-x9'],
  ] as const) {
    it(`is found in "${errmsg}"`, () => assert.equal(ridOf(errmsg), rid));
  }

  it('is not found where there is none', () => {
    for (const errmsg of [
      '',
      'ok',
      'grid: 62e14637-0aa1bb2c-3dd4ee5f',
      'rid: soon',
      'rid62e14637-0aa1bb2c-3dd4ee5f',
      'hint: []',
    ]) {
      assert.equal(ridOf(errmsg), undefined, errmsg);
    }
  });

  it('tells when the request was made', () => {
    assert.equal(ridTime('62e14637-0aa1bb2c-3dd4ee5f'), Date.UTC(2022, 6, 27, 14, 5, 43) / 1000);
  });

  it('is kept by WeChat for 7 days, and only in its usual form', () => {
    const made = Date.UTC(2022, 6, 27, 14, 5, 43);
    const day = 86_400_000;
    const id = '62e14637-0aa1bb2c-3dd4ee5f';
    assert.ok(isKeptRequest(id, made));
    assert.ok(isKeptRequest(id, made + 7 * day));
    assert.ok(isKeptRequest(id, made - 60_000), 'the clock here may be slow');
    assert.ok(!isKeptRequest(id, made + 7 * day + 1));
    for (const other of ['Xq9.Za0423vr31', '62e14637-0aa1-3dd4', 'ffffffff-0aa1bb2c-3dd4ee5f', ''])
      assert.ok(!isKeptRequest(other, made), other);
  });

  it('tells no time where it cannot hold one', () => {
    for (const rid of ['Xq9.Za0423vr31', '00000001-0aa1bb2c-3dd4ee5f', '62e1463-0aa1bb2c-3dd4ee5f', '']) {
      assert.equal(ridTime(rid), undefined, rid);
    }
  });
});
