import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

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
};
