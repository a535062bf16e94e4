import { localized } from '../../../language';
import { type ErrorTexts } from '../errorText';

export const useLastTicket = localized(
  'Use the ticket that was pushed last, and check that the pushes still arrive and are answered with "success".',
  '使用最近一次推送的 ticket，并确认推送仍能送达且返回了 success。',
  '使用最近一次推送的 ticket，並確認推送仍能送達且傳回了 success。',
);

const authorizePlatformAgain = localized(
  'Let the administrator authorise the platform again, and exchange the new code at once and once only.',
  '请管理员重新授权该平台，拿到新的授权码后立即使用，且只用一次。',
  '請管理員重新授權該平台，取得新的授權碼後立即使用，且只用一次。',
);

/** Third-party platforms (第三方平台), which call for accounts that authorised them. */
export const platformErrors: ErrorTexts = {
  61007: {
    cause: localized(
      'The account has not granted this permission to the third-party platform that calls for it.',
      '该账号没有把此权限授予代其调用的第三方平台。',
      '該帳號沒有把此權限授予代其呼叫的第三方平台。',
    ),
    nextStep: localized(
      'Authorise the third-party platform again, with the user management permission.',
      '重新授权该第三方平台，并勾选用户管理权限。',
      '重新授權該第三方平台，並勾選使用者管理權限。',
    ),
  },
  61016: {
    cause: localized(
      'The authorisation of the third-party platform does not cover this API.',
      '第三方平台的授权不包含此接口。',
      '第三方平台的授權不包含此 API。',
    ),
    nextStep: localized(
      'Authorise the platform again and confirm the permission there.',
      '重新授权该平台，并在平台上确认此权限。',
      '重新授權該平台，並在平台上確認此權限。',
    ),
  },
  61024: {
    cause: localized(
      'The access token of this account must be obtained through its third-party platform.',
      '该账号的 access_token 须通过其授权的第三方平台获取。',
      '該帳號的 access_token 須透過其授權的第三方平台取得。',
    ),
    nextStep: localized(
      'Ask the operator of that platform, or withdraw its authorisation.',
      '联系该平台的运营方，或取消对它的授权。',
      '聯絡該平台的營運方，或取消對它的授權。',
    ),
  },
  61005: {
    cause: localized(
      'The component_verify_ticket has expired: WeChat pushes a new one every 10 minutes.',
      'component_verify_ticket 已过期：微信每 10 分钟推送一次新的。',
      'component_verify_ticket 已過期：微信每 10 分鐘推送一次新的。',
    ),
    nextStep: useLastTicket,
  },
  61006: {
    cause: localized(
      'The component_verify_ticket is invalid.',
      'component_verify_ticket 无效。',
      'component_verify_ticket 無效。',
    ),
    nextStep: useLastTicket,
  },
  61009: {
    cause: localized(
      'The authorization code of the account is invalid.',
      '账号的授权码（authorization_code）无效。',
      '帳號的授權碼（authorization_code）無效。',
    ),
    nextStep: authorizePlatformAgain,
  },
  61010: {
    cause: localized(
      'The authorization code of the account has expired, or was used before.',
      '账号的授权码（authorization_code）已过期或已被使用。',
      '帳號的授權碼（authorization_code）已過期或已被使用。',
    ),
    nextStep: authorizePlatformAgain,
  },
  61011: {
    cause: localized(
      'The third-party platform is invalid: its AppID is wrong, or it is not published.',
      '第三方平台无效：component_appid 有误，或平台尚未发布。',
      '第三方平台無效：component_appid 有誤，或平台尚未發佈。',
    ),
    nextStep: localized(
      "Compare component_appid and component_appsecret with the platform's page in the console.",
      '与后台的第三方平台页面核对 component_appid 和 component_appsecret。',
      '與後台的第三方平台頁面核對 component_appid 和 component_appsecret。',
    ),
  },
};
