import { localized } from '../../../language';
import { type ErrorTexts } from '../errorText';

const otherName = localized('Choose another name.', '换一个名称。', '換一個名稱。');

const readGroups = localized(
  'Read the list of groups again; tags have replaced groups, so that tags/get may be the better call.',
  '重新获取分组列表；分组已由标签取代，建议改用 tags/get。',
  '重新取得分組清單；分組已由標籤取代，建議改用 tags/get。',
);

/** Tags and the groups that were before them, and the blacklist. */
export const tagErrors: ErrorTexts = {
  40130: {
    cause: localized(
      'The list of openids is too short: this call takes two at least.',
      'openid 列表过短：此接口至少需要两个 openid。',
      'openid 清單過短：此 API 至少需要兩個 openid。',
    ),
    nextStep: localized(
      'Give two openids or more, or use the call for one person.',
      '传入两个或更多 openid，或改用面向单个用户的接口。',
      '傳入兩個或更多 openid，或改用面向單一使用者的 API。',
    ),
  },
  40050: {
    cause: localized('There is no group with this id.', '分组 ID 不合法。', '分組 ID 不合法。'),
    nextStep: readGroups,
  },
  40051: {
    cause: localized('The name of the group is not allowed.', '分组名不合法。', '分組名稱不合法。'),
    nextStep: otherName,
  },
  40117: {
    cause: localized('The name of the group is not allowed.', '分组名不合法。', '分組名稱不合法。'),
    nextStep: otherName,
  },
  43019: {
    cause: localized('The person is on the blacklist.', '该用户在黑名单中。', '該使用者在黑名單中。'),
    nextStep: localized(
      'Remove the person from the blacklist first.',
      '先将该用户移出黑名单。',
      '先將該使用者移出黑名單。',
    ),
  },
  45056: {
    cause: localized(
      'The account has 100 tags, as many as WeChat allows.',
      '标签数量已达上限：一个账号最多 100 个。',
      '標籤數量已達上限：一個帳號最多 100 個。',
    ),
    nextStep: localized(
      'Delete a tag that is no longer used, then create the new one.',
      '删除不再使用的标签后再新建。',
      '刪除不再使用的標籤後再新增。',
    ),
  },
  45057: {
    cause: localized(
      'The tag cannot be deleted: more than 100,000 people carry it.',
      '该标签下的粉丝超过 10 万，不能直接删除。',
      '該標籤下的粉絲超過 10 萬，不能直接刪除。',
    ),
    nextStep: localized(
      'Remove the tag from people until fewer than 100,000 carry it, then delete it.',
      '先为部分用户取消该标签，降到 10 万以下再删除。',
      '先為部分使用者取消該標籤，降到 10 萬以下再刪除。',
    ),
  },
  45058: {
    cause: localized(
      "The tags 0, 1 and 2 are WeChat's own and cannot be changed or deleted.",
      'ID 为 0、1、2 的是系统保留标签，不能修改或删除。',
      'ID 為 0、1、2 的是系統保留標籤，不能修改或刪除。',
    ),
    nextStep: localized("Choose a tag of the account's own.", '改用账号自建的标签。', '改用帳號自建的標籤。'),
  },
  45059: {
    cause: localized(
      'One of these people already carries 20 tags, as many as one person may have.',
      '其中有用户已有 20 个标签，达到单个用户的上限。',
      '其中有使用者已有 20 個標籤，達到單一使用者的上限。',
    ),
    nextStep: localized(
      'Look the people up to see who it is, and remove a tag there first.',
      '查询这些用户，找出是谁，先为其取消一个标签。',
      '查詢這些使用者，找出是誰，先為其取消一個標籤。',
    ),
  },
  45157: {
    cause: localized(
      'The name of the tag is not allowed, or another tag has it already.',
      '标签名不合法，或已有同名标签。',
      '標籤名稱不合法，或已有同名標籤。',
    ),
    nextStep: otherName,
  },
  45158: {
    cause: localized(
      'The name of the tag is too long: at most 30 bytes, which is 10 Chinese characters.',
      '标签名过长：上限 30 字节，即 10 个汉字。',
      '標籤名稱過長：上限 30 位元組，即 10 個漢字。',
    ),
    nextStep: localized('Shorten the name.', '缩短标签名。', '縮短標籤名稱。'),
  },
  45159: {
    cause: localized(
      'The account has no such tag, or the body says tagId instead of tagid. The same comes when two calls tag one person at the same time.',
      '标签不存在，或请求体中把 tagid 写成了 tagId。同时为同一用户打标签（并发调用）时也会出现。',
      '標籤不存在，或請求主體中把 tagid 寫成了 tagId。同時為同一使用者加標籤（並行呼叫）時也會出現。',
    ),
    nextStep: localized(
      'Read the tags again. If the tag is there, tag one after the other and repeat the call once after a pause.',
      '重新获取标签列表。若标签存在，请逐个调用，并在稍后重试一次。',
      '重新取得標籤清單。若標籤存在，請逐一呼叫，並在稍後重試一次。',
    ),
  },
};
