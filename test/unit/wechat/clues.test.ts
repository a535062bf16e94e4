import assert from 'node:assert/strict';
import { looksLike } from '../../../src/wechat';

describe('looksLike', () => {
  for (const [text, clue] of [
    ['wx0123456789abcdef', 'appId'],
    ['  wx0123456789abcdef\n', 'appId'],
    ['0123456789abcdef0123456789abcdef', 'appSecret'],
    ['gh_0123456789ab', 'originalId'],
    ['ww0123456789abcdef', 'corpId'],
    ['o6_bmjrPTlm6_2sgVt7hMZOPfL2M', 'openid'],
    ['WX0123456789ABCDEF', 'unknown'],
    ['wx0123', 'unknown'],
    ['', 'unknown'],
  ] as const) {
    it(`takes "${text.trim()}" for ${clue}`, () => assert.equal(looksLike(text), clue));
  }
});
