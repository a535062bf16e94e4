import assert from 'node:assert/strict';
import { isNamelessBesideOpenid, isUnionidTail } from '../../../../src/openids/text/cutEdges';
import { ada, union } from '../samples';

describe('isUnionidTail', () => {
  it('knows what is left of the key of a unionid, and of no other', () => {
    const tails = ['nionid', 'ionid', 'onid', 'IonId', 'onids'];
    const others = ['nid', 'id', 'openid', 'unionid', 'xonid', 'onidx', ''];
    assert.deepEqual([...tails, ...others].filter(isUnionidTail), tails);
  });
});

/** Whether the value, which follows `before`, is a unionid without its key. */
const isNameless = (before: string, behind: string) =>
  isNamelessBesideOpenid(`${before}${union}${behind}`, before.length, before.length + union.length);

describe('isNamelessBesideOpenid', () => {
  const behind = `","openid":"${ada}"}`;

  for (const before of [
    '',
    '"',
    ':"',
    '":"',
    'd":"',
    'id": "',
    'nid":"',
    'nids":"',
    'ds"',
    '": "',
    `\\"`,
    'd\\":\\"',
  ]) {
    it(`hears nothing of its name in ${JSON.stringify(before)}`, () => assert.ok(isNameless(before, behind)));
  }

  for (const before of ['x":"', 'onid":"', '{"', ',"', 'id:  "', '"""""""""', 'nid":"x', '\n"']) {
    it(`hears more in ${JSON.stringify(before)}`, () => assert.ok(!isNameless(before, behind)));
  }

  for (const rest of [
    '","open_id" :"',
    '","OpenID":',
    `','openid':`,
    '\\",\\"openid\\":',
    '","a":1,"openid":"x',
  ]) {
    it(`finds the openid in ${JSON.stringify(rest)}`, () => assert.ok(isNameless('d":"', rest)));
  }

  for (const rest of [
    '","openids":',
    '","openid"',
    '"},{"openid":"',
    '":{"openid":"',
    ',"openid":"',
    '","x_openid":',
    '',
    '"',
  ]) {
    it(`finds none beside it in ${JSON.stringify(rest)}`, () => assert.ok(!isNameless('d":"', rest)));
  }

  it('looks no further than 2000 characters', () => {
    const far = (blanks: number) => `",${' '.repeat(blanks)}"openid":`;
    assert.ok(isNameless('"', far(2000 - 11)));
    assert.ok(!isNameless('"', far(2000 - 10)));
  });
});
