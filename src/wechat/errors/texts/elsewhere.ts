import { type Localized, localized } from '../../language';
import { type ErrorElsewhere } from './errorText';

/** Answers of web authorization are about a token of its own kind. */
const renewWebToken = localized(
  'Renew it with its refresh_token (sns/oauth2/refresh_token), or send the person through the authorization page again.',
  '用 refresh_token 刷新（sns/oauth2/refresh_token），或让用户重新走一遍网页授权。',
  '用 refresh_token 更新（sns/oauth2/refresh_token），或讓使用者重新走一遍網頁授權。',
);

const webToken = localized(
  'The access token of web authorization (网页授权) is wrong or no longer valid. It comes from the code of the authorization page, is made for one person, and is not the access token of the account.',
  '网页授权的 access_token 有误或已失效。它由授权页的 code 换取，只对应一个用户，与公众号的 access_token 不是同一个。',
  '網頁授權的 access_token 有誤或已失效。它由授權頁的 code 換取，只對應一個使用者，與公眾號的 access_token 不是同一個。',
);

function listSize(most: number): Localized {
  return localized(
    `The list of openids is empty or longer than ${most}, the most that this API takes.`,
    `openid 列表为空，或超过该接口的上限 ${most} 个。`,
    `openid 清單為空，或超過該 API 的上限 ${most} 個。`,
  );
}

/** What codes of this library's own calls mean where APIs answer them that it does not call. */
export const otherMeanings: Readonly<Record<number, readonly ErrorElsewhere[]>> = {
  40001: [{ at: ['/sns/'], cause: webToken, nextStep: renewWebToken }],
  40014: [{ at: ['/sns/'], cause: webToken, nextStep: renewWebToken }],
  42001: [{ at: ['/sns/'], cause: webToken, nextStep: renewWebToken }],
  40032: [
    {
      at: ['/cgi-bin/user/info/batchget'],
      cause: listSize(100),
      nextStep: localized(
        'Ask for at most 100 openids in one call, or fewer if the error stays.',
        '每次最多查询 100 个 openid；若仍报错，请再减少数量。',
        '每次最多查詢 100 個 openid；若仍出錯，請再減少數量。',
      ),
    },
    {
      at: ['/cgi-bin/tags/members/batchtagging', '/cgi-bin/tags/members/batchuntagging'],
      cause: listSize(50),
      nextStep: localized(
        'Tag at most 50 people in one call.',
        '每次最多为 50 个用户打标签或取消标签。',
        '每次最多為 50 個使用者加標籤或取消標籤。',
      ),
    },
    {
      at: ['/cgi-bin/tags/members/batchblacklist', '/cgi-bin/tags/members/batchunblacklist'],
      cause: listSize(20),
      nextStep: localized(
        'Send at most 20 people in one call.',
        '每次最多拉黑或取消拉黑 20 个用户。',
        '每次最多將 20 個使用者加入或移出黑名單。',
      ),
    },
  ],
  48001: [
    {
      at: ['/sns/'],
      cause: localized(
        'The scope of this web authorization (网页授权) gives no profile. snsapi_base gives an openid alone, snsapi_userinfo the profile.',
        '本次网页授权的 scope 不能获取用户资料。snsapi_base 只返回 openid，snsapi_userinfo 才能获取资料。',
        '本次網頁授權的 scope 不能取得使用者資料。snsapi_base 只傳回 openid，snsapi_userinfo 才能取得資料。',
      ),
      nextStep: localized(
        'Send the person through the authorization page with scope=snsapi_userinfo, or look the openid up with user/info.',
        '用 scope=snsapi_userinfo 重新引导用户授权，或用 user/info 查询该 openid。',
        '用 scope=snsapi_userinfo 重新引導使用者授權，或用 user/info 查詢該 openid。',
      ),
    },
  ],
};
