import { localized } from '../../../language';
import { type ErrorTexts } from '../errorText';

const authorizeAgain = localized(
  'Send the person through the authorization page again, and use the new code at once and once only.',
  '让用户重新打开授权页，拿到新的 code 后立即使用，且只用一次。',
  '讓使用者重新開啟授權頁，取得新的 code 後立即使用，且只用一次。',
);

/** Web authorization (网页授权): how a page learns the openid of whoever opens it. */
export const webAuthorizationErrors: ErrorTexts = {
  40029: {
    cause: localized(
      'The code of web authorization is invalid: it has expired after 5 minutes, or was given for another AppID.',
      '网页授权的 code 无效：已超过 5 分钟，或属于另一个 AppID。',
      '網頁授權的 code 無效：已超過 5 分鐘，或屬於另一個 AppID。',
    ),
    nextStep: localized(
      'Compare the AppID of the authorization link with the one that exchanges the code; then send the person there again.',
      '核对授权链接与换取 openid 时使用的 AppID 是否一致，然后让用户重新授权。',
      '核對授權連結與換取 openid 時使用的 AppID 是否一致，然後讓使用者重新授權。',
    ),
  },
  40030: {
    cause: localized(
      'The refresh_token is invalid: it is incomplete, or was given to another AppID.',
      'refresh_token 无效：不完整，或属于另一个 AppID。',
      'refresh_token 無效：不完整，或屬於另一個 AppID。',
    ),
    nextStep: authorizeAgain,
  },
  40163: {
    cause: localized(
      'The code of web authorization was used before: most often the page was loaded twice, or reloaded with the code in its address.',
      '网页授权的 code 已被使用：多为页面加载了两次，或带着 code 刷新了页面。',
      '網頁授權的 code 已被使用：多為頁面載入了兩次，或帶著 code 重新整理了頁面。',
    ),
    nextStep: localized(
      'Exchange the code once, keep the openid in the session, and redirect to an address without the code.',
      '每个 code 只换取一次，把 openid 存入会话，并跳转到不带 code 的地址。',
      '每個 code 只換取一次，把 openid 存入工作階段，並重新導向到不帶 code 的位址。',
    ),
  },
  40226: {
    cause: localized(
      'WeChat holds the person for a high risk and keeps them from logging in to the Mini Program.',
      '微信判定该用户风险较高，拦截了小程序登录。',
      '微信判定該使用者風險較高，攔截了小程式登入。',
    ),
    nextStep: localized(
      'Offer another way to log in; only the person can have the account of WeChat put right.',
      '提供其他登录方式；微信账号的风险只能由用户自行解除。',
      '提供其他登入方式；微信帳號的風險只能由使用者自行解除。',
    ),
  },
  41003: {
    cause: localized(
      'No refresh_token arrived: it is empty.',
      '缺少 refresh_token：值为空。',
      '缺少 refresh_token：值為空。',
    ),
    nextStep: authorizeAgain,
  },
  41008: {
    cause: localized(
      'No code of web authorization arrived: it is empty.',
      '缺少网页授权的 code：值为空。',
      '缺少網頁授權的 code：值為空。',
    ),
    nextStep: localized(
      'Take the code from the query of the address that WeChat redirects to; without one, send the person to the authorization page.',
      '从微信跳转回来的地址参数中取出 code；没有时，先让用户进入授权页。',
      '從微信重新導向回來的位址參數中取出 code；沒有時，先讓使用者進入授權頁。',
    ),
  },
  42002: {
    cause: localized(
      'The refresh_token has expired: one of web authorization lives 30 days.',
      'refresh_token 已过期：网页授权的 refresh_token 有效期为 30 天。',
      'refresh_token 已過期：網頁授權的 refresh_token 有效期為 30 天。',
    ),
    nextStep: authorizeAgain,
  },
  42003: {
    cause: localized(
      'The code of web authorization has expired: it lives 5 minutes.',
      '网页授权的 code 已过期，有效期为 5 分钟。',
      '網頁授權的 code 已過期，有效期為 5 分鐘。',
    ),
    nextStep: authorizeAgain,
  },
  42007: {
    cause: localized(
      'The person changed the password of WeChat, which ended the tokens of web authorization.',
      '用户修改了微信密码，网页授权的 token 随之失效。',
      '使用者修改了微信密碼，網頁授權的 token 隨之失效。',
    ),
    nextStep: authorizeAgain,
  },
};
