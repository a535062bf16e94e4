import { tokenEndpoints } from '../../api/endpoints';
import { type Localized, localized } from '../../language';
import { type ErrorTexts } from './errorText';

const whitelist = localized(
  'Add {ip} to the API IP whitelist (微信开发者平台 → 我的业务 → the account → 基础信息 → 开发密钥 → API IP白名单); it takes effect within about 10 minutes.',
  '将{ip}加入 API IP 白名单（微信开发者平台 → 我的业务 → 对应账号 → 基础信息 → 开发密钥 → API IP白名单），约 10 分钟内生效。',
  '將{ip}加入 API IP 白名單（微信開發者平台 → 我的业务 → 對應帳號 → 基础信息 → 开发密钥 → API IP白名单），約 10 分鐘內生效。',
);

/** Stands for `{ip}` where no message names one. Chinese sets a blank beside a number, and none between words. */
export const unnamedAddress = localized("the caller's IP address", '调用方的 IP ', '呼叫方的 IP ');

/** `{ip}` itself. */
export function namedAddress(ip: string): Localized {
  return localized(ip, ` ${ip} `, ` ${ip} `);
}

/** WeChat does not accept calls from this place of the network. */
export const networkErrors: ErrorTexts = {
  40164: {
    cause: localized(
      "The call came from an IP address that is not in the account's whitelist. A wrong AppID gives the same error.",
      '调用方 IP 不在该账号的白名单中。AppID 填错时也会报这个错误。',
      '呼叫方 IP 不在該帳號的白名單中。AppID 填錯時也會出現這個錯誤。',
    ),
    nextStep: whitelist,
  },
  61004: {
    cause: localized(
      'The token was accepted, but this call came from an IP address outside the whitelist; typical when the outgoing address changes (VPN, several lines).',
      'access_token 有效，但本次调用的 IP 不在白名单中；常见于出口 IP 会变化的网络（VPN、多线路）。',
      'access_token 有效，但本次呼叫的 IP 不在白名單中；常見於出口 IP 會變動的網路（VPN、多線路）。',
    ),
    nextStep: whitelist,
    elsewhere: [
      {
        at: tokenEndpoints,
        cause: localized(
          'No token was given: the call came from an IP address outside the whitelist.',
          '没有获得 access_token：调用方 IP 不在白名单中。',
          '沒有取得 access_token：呼叫方 IP 不在白名單中。',
        ),
        nextStep: whitelist,
      },
    ],
  },
  45035: {
    cause: localized(
      "The caller's IP address is not registered with WeChat.",
      '调用方的 IP 未在微信登记。',
      '呼叫方的 IP 未在微信登記。',
    ),
    nextStep: whitelist,
  },
  89501: {
    cause: localized(
      "The account's administrator has been asked to allow this IP address and has not answered yet.",
      '已请求管理员确认此 IP，尚未得到答复。',
      '已請求管理員確認此 IP，尚未得到答覆。',
    ),
    nextStep: localized(
      'Ask the administrator to confirm it in WeChat, then try again.',
      '请管理员在微信中确认，然后重试。',
      '請管理員在微信中確認，然後重試。',
    ),
  },
  89503: {
    cause: localized(
      "WeChat finds this IP address unusual and has asked the account's administrator to allow it.",
      '微信认为此 IP 存在风险，已请管理员确认是否允许调用。',
      '微信認為此 IP 有風險，已請管理員確認是否允許呼叫。',
    ),
    nextStep: localized(
      'Let the administrator allow it in the WeChat message, then try again.',
      '请管理员在收到的微信消息中确认允许，然后重试。',
      '請管理員在收到的微信訊息中確認允許，然後重試。',
    ),
  },
  89506: {
    cause: localized(
      'The administrator has refused this IP address twice; it is blocked for 24 hours.',
      '管理员两次拒绝了此 IP，24 小时内不能再调用。',
      '管理員兩次拒絕了此 IP，24 小時內不能再呼叫。',
    ),
    nextStep: localized(
      'Speak with the administrator and try again after 24 hours.',
      '与管理员沟通，24 小时后再试。',
      '與管理員溝通，24 小時後再試。',
    ),
  },
  89507: {
    cause: localized(
      'The administrator has refused this IP address; it is blocked for one hour.',
      '管理员拒绝了此 IP，1 小时内不能再调用。',
      '管理員拒絕了此 IP，1 小時內不能再呼叫。',
    ),
    nextStep: localized(
      'Speak with the administrator and try again after one hour.',
      '与管理员沟通，1 小时后再试。',
      '與管理員溝通，1 小時後再試。',
    ),
  },
};
