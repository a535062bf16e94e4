import assert from 'node:assert/strict';
import { displayLanguage } from '../../../src/wechat';

describe('displayLanguage', () => {
  for (const [locale, language] of [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['zh-cn', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-Hans-HK', 'zh-cn'],
    ['zh-tw', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
    ['', 'en'],
  ] as const) {
    it(`speaks ${language} where VS Code speaks "${locale}"`, () =>
      assert.equal(displayLanguage(locale), language));
  }
});
