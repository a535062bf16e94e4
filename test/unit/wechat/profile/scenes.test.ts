import assert from 'node:assert/strict';
import { sceneLabel, sceneTable } from '../../../../src/wechat';

/** After the page of user/info, in its order. */
const documented = [
  ['ADD_SCENE_SEARCH', '公众号搜索'],
  ['ADD_SCENE_ACCOUNT_MIGRATION', '公众号迁移'],
  ['ADD_SCENE_PROFILE_CARD', '名片分享'],
  ['ADD_SCENE_QR_CODE', '扫描二维码'],
  ['ADD_SCENE_PROFILE_LINK', '图文页内名称点击'],
  ['ADD_SCENE_PROFILE_ITEM', '图文页右上角菜单'],
  ['ADD_SCENE_PAID', '支付后关注'],
  ['ADD_SCENE_WECHAT_ADVERTISEMENT', '微信广告'],
  ['ADD_SCENE_REPRINT', '他人转载'],
  ['ADD_SCENE_LIVESTREAM', '视频号直播'],
  ['ADD_SCENE_CHANNELS', '视频号'],
  ['ADD_SCENE_WXA', '小程序关注'],
  ['ADD_SCENE_OTHERS', '其他'],
] as const;

describe('scene labels', () => {
  it('are WeChat’s own in Simplified Chinese, for all 13 scenes', () => {
    assert.deepEqual(
      documented.map(([code]) => [code, sceneLabel(code, 'zh-cn')]),
      documented.map(([code, label]) => [code, label]),
    );
    assert.equal(sceneTable.size, documented.length);
  });

  it('differ from each other in every language', () => {
    for (const language of ['en', 'zh-cn', 'zh-tw'] as const) {
      const labels = [...sceneTable.keys()].map(code => sceneLabel(code, language));
      assert.equal(new Set(labels).size, sceneTable.size);
    }
  });

  it('see through the misspellings of earlier documentation', () => {
    assert.equal(sceneLabel('ADD_SCENEPROFILE LINK', 'en'), sceneLabel('ADD_SCENE_PROFILE_LINK', 'en'));
    assert.equal(
      sceneLabel('ADD_SCENE_ACCOUNT_MIGRATON', 'en'),
      sceneLabel('ADD_SCENE_ACCOUNT_MIGRATION', 'en'),
    );
  });

  it('are the code itself for a scene that nobody knows', () => {
    for (const code of ['ADD_LINK', 'ADD_SCENE_UNKNOWN_FANS_POSTER', '', '__proto__']) {
      assert.equal(sceneLabel(code, 'zh-cn'), code);
    }
  });
});
