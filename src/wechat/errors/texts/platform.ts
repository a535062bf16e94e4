import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

const authorizeAgain = localized(
  "Let the account's administrator authorise the third-party platform again, and keep the new authorizer_refresh_token.",
  '请该账号的管理员重新授权第三方平台，并保存新的 authorizer_refresh_token。',
  '請該帳號的管理員重新授權第三方平台，並保存新的 authorizer_refresh_token。',
);

/** Third-party platforms (第三方平台), which call for accounts that authorised them. */
export const platformErrors: ErrorTexts = {
  41018: {
    cause: localized(
      'No AppID of the third-party platform arrived: component_appid is empty.',
      '缺少第三方平台的 AppID：component_appid 为空。',
      '缺少第三方平台的 AppID：component_appid 為空。',
    ),
    nextStep: localized(
      'Send component_appid as WeChat names it, in the query or the body that this API wants it in.',
      '按该接口的要求，在查询参数或请求体中传入 component_appid。',
      '依該 API 的要求，在查詢參數或請求主體中傳入 component_appid。',
    ),
  },
  61003: {
    cause: localized(
      'The account has not authorised this third-party platform, or has withdrawn it.',
      '该账号没有授权此第三方平台，或已取消授权。',
      '該帳號沒有授權此第三方平台，或已取消授權。',
    ),
    nextStep: authorizeAgain,
  },
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
  61014: {
    cause: localized(
      'The component_verify_ticket is wrong or too old; WeChat pushes a new one every 10 minutes.',
      'component_verify_ticket 有误或已过期；微信每 10 分钟推送一次新的。',
      'component_verify_ticket 有誤或已過期；微信每 10 分鐘推送一次新的。',
    ),
    nextStep: localized(
      'Use the ticket that was pushed last, and check that the pushes still arrive and are answered with "success".',
      '使用最近一次推送的 ticket，并确认推送仍能送达且返回了 success。',
      '使用最近一次推送的 ticket，並確認推送仍能送達且傳回了 success。',
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
  61023: {
    cause: localized(
      'The authorizer_refresh_token of the account is invalid: it was lost, replaced, or belongs to another platform.',
      '该账号的 authorizer_refresh_token 无效：已丢失、已被更换，或属于另一个平台。',
      '該帳號的 authorizer_refresh_token 無效：已遺失、已被更換，或屬於另一個平台。',
    ),
    nextStep: authorizeAgain,
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
};
