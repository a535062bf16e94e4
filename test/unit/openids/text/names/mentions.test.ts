import assert from 'node:assert/strict';
import { Mentions } from '../../../../../src/openids/text/names/mentions';

const between = (text: string, from = 0, to = text.length) => new Mentions(text).between(from, to);

describe('Mentions', () => {
  for (const name of [
    'unionid',
    'UNIONID',
    'access_token',
    'appSecret',
    'ticket',
    'session_key',
    'sessionKey',
    'appid',
    'appId',
    'Token',
  ]) {
    it(`hears of ${name}`, () => assert.ok(between(`x ${name} x`)));
  }

  it('hears of none in what names only openids', () => {
    for (const text of ['', 'openid', 'session', 'tok en', 'user_id', 'App']) assert.ok(!between(text));
  });

  it('hears only of what begins between two places', () => {
    const text = '012unionid9';
    assert.ok(between(text, 0, 5) && between(text, 4, 5) && between(text, -7, 5));
    assert.ok(!between(text, 0, 4) && !between(text, 5, 11));
  });

  it('is asked on and on, from the beginning of a text to its end', () => {
    const text = 'aaa unionid bbb token ccc';
    const mentions = new Mentions(text);
    const heard = [];
    for (let at = 0; at + 6 <= text.length; at += 3) heard.push(mentions.between(at, at + 6));
    assert.deepEqual(heard, [true, true, false, false, true, true, false]);
  });

  it('answers also where it is asked again of what is before', () => {
    const mentions = new Mentions('unionid and nothing, nothing, nothing');
    assert.deepEqual(
      [
        mentions.between(10, 20),
        mentions.between(0, 9),
        mentions.between(12, 37),
        mentions.between(20, 30),
        mentions.between(0, 3),
      ],
      [false, true, false, false, true],
    );
  });

  it('hears of them in a text of any length, also where they lie across what is searched at once', () => {
    for (const before of [65_530, 65_533, 65_535, 65_536, 65_537, 131_070, 200_000]) {
      const text = `${' '.repeat(before)}unionid${' '.repeat(70_000)}`;
      const mentions = new Mentions(text);
      assert.ok(!mentions.between(0, before), String(before));
      assert.ok(mentions.between(before - 10, before + 10), String(before));
      assert.ok(!mentions.between(before + 10, text.length), String(before));
    }
    const late = new Mentions(`${' '.repeat(65_536)}x`);
    assert.ok(!late.between(0, 65_537));
    assert.ok(!late.between(65_000, 65_537));
  });
});
