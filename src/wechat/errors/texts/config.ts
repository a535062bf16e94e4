import { localized } from '../../language';
import { type ErrorText, type ErrorTexts } from './errorText';

export const readNotices = localized(
  'Read the notices of the account at mp.weixin.qq.com and settle what they ask for.',
  '登录 mp.weixin.qq.com 查看该账号的通知，并按要求处理。',
  '登入 mp.weixin.qq.com 查看該帳號的通知，並依要求處理。',
);

const enterSecret = localized(
  'Enter the AppSecret again. WeChat never shows an old one: if it is lost, reset it in the WeChat developer console (微信开发者平台 → 我的业务 → the account → 基础信息 → 开发密钥).',
  '重新填写 AppSecret。微信不再显示旧的 AppSecret，遗失时只能在微信开发者平台的“基础信息 → 开发密钥”中重置。',
  '重新填寫 AppSecret。微信不再顯示舊的 AppSecret，遺失時只能在微信開發者平台的「基础信息 → 开发密钥」中重設。',
);

/** 40001 from the token endpoints, where it is an AppSecret that is judged. Asking again never helps. */
export const secretRefused: ErrorText = {
  cause: localized(
    'The AppSecret is wrong: WeChat refused it when an access token was asked for.',
    'AppSecret 错误：获取 access_token 时被微信拒绝。',
    'AppSecret 錯誤：取得 access_token 時被微信拒絕。',
  ),
  nextStep: enterSecret,
};

/** The account, or what is stored about it, has to be mended first. */
export const configErrors: ErrorTexts = {
  40013: {
    cause: localized(
      'The AppID is invalid, or it is not the one that the access token was issued to.',
      'AppID 无效，或与 access_token 所属的账号不一致。',
      'AppID 無效，或與 access_token 所屬的帳號不一致。',
    ),
    nextStep: localized(
      'Compare the AppID with the developer console: wx and 16 lower-case characters, without spaces.',
      '与后台核对 AppID：wx 加 16 位小写字符，不含空格。',
      '與後台核對 AppID：wx 加 16 位小寫字元，不含空格。',
    ),
  },
  40125: {
    cause: localized(
      'The AppSecret is wrong, or it has been reset since.',
      'AppSecret 错误，或已被重置。',
      'AppSecret 錯誤，或已被重設。',
    ),
    nextStep: enterSecret,
  },
  40243: {
    cause: localized('The AppSecret is frozen.', 'AppSecret 已被冻结。', 'AppSecret 已被凍結。'),
    nextStep: localized(
      'Unfreeze it in the WeChat developer console (微信开发者平台 → 我的业务 → the account → 基础信息 → 开发密钥); it works again after about 10 minutes.',
      '在微信开发者平台的“基础信息 → 开发密钥”中解冻，约 10 分钟后生效。',
      '在微信開發者平台的「基础信息 → 开发密钥」中解凍，約 10 分鐘後生效。',
    ),
  },
  41002: {
    cause: localized(
      'No AppID arrived: it is empty, or stable_token was called with a form instead of JSON.',
      '缺少 AppID：值为空，或以表单而不是 JSON 调用了 stable_token。',
      '缺少 AppID：值為空，或以表單而不是 JSON 呼叫了 stable_token。',
    ),
    nextStep: localized(
      'Check that the AppID is filled in, and send the parameters as a JSON body.',
      '确认 AppID 已填写，并以 JSON 请求体传参。',
      '確認 AppID 已填寫，並以 JSON 請求主體傳遞參數。',
    ),
  },
  41004: {
    cause: localized(
      'No AppSecret arrived: it is empty.',
      '缺少 AppSecret：值为空。',
      '缺少 AppSecret：值為空。',
    ),
    nextStep: enterSecret,
  },
  48001: {
    cause: localized(
      "WeChat does not let this account call the API. Likely causes: the account is not verified (微信认证), its verification has lapsed, or the AppID is a Mini Program's.",
      '微信不允许该账号调用此接口。可能的原因：未完成微信认证、认证已过期，或该 AppID 属于小程序。',
      '微信不允許該帳號呼叫此 API。可能的原因：未完成微信認證、認證已過期，或該 AppID 屬於小程式。',
    ),
    nextStep: localized(
      'Verify the account (微信认证), use the AppID of one that is verified, or a free test account (测试号), which has this permission.',
      '为该账号完成微信认证，或换用已认证公众号的 AppID；开发阶段也可使用测试号，它具备该权限。',
      '為該帳號完成微信認證，或改用已認證公眾號的 AppID；開發階段也可使用測試號，它具備該權限。',
    ),
  },
  48004: {
    cause: localized(
      'WeChat has blocked this API for the account.',
      '该账号的这个接口已被微信封禁。',
      '該帳號的這個 API 已被微信封鎖。',
    ),
    nextStep: readNotices,
  },
  50002: {
    cause: localized(
      'The account is restricted: WeChat has suspended its use of this API.',
      '账号受限，该接口的使用已被暂停。',
      '帳號受限，該 API 的使用已被暫停。',
    ),
    nextStep: readNotices,
  },
  50004: {
    cause: localized(
      'The account may not obtain access tokens, possibly as a penalty.',
      '该账号被禁止获取 access_token，可能是受到处罚。',
      '該帳號被禁止取得 access_token，可能是受到處罰。',
    ),
    nextStep: readNotices,
  },
  50007: {
    cause: localized('The account is frozen.', '账号已被冻结。', '帳號已被凍結。'),
    nextStep: readNotices,
  },
};
