import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

const renewOnce = localized(
  'Get a new access token once and repeat the call.',
  '重新获取一次 access_token 再调用。',
  '重新取得一次 access_token 再呼叫。',
);

/** A token that API calls no longer accept. At the token endpoints 40001 means something else: see `config.ts`. */
export const tokenErrors: ErrorTexts = {
  40001: {
    cause: localized(
      'The access token is not the latest one: it was replaced elsewhere, or it belongs to another account.',
      'access_token 不是最新的：已在别处被刷新，或者属于另一个账号。',
      'access_token 不是最新的：已在別處被更新，或者屬於另一個帳號。',
    ),
    nextStep: localized(
      "Get a new token once and repeat the call. If it fails again, find the program that keeps refreshing this account's token, and check that the AppID is the right one.",
      '重新获取一次再调用。若仍然失败，请排查是否有其他程序在强制刷新该账号的 access_token，并核对 AppID。',
      '重新取得一次再呼叫。若仍然失敗，請檢查是否有其他程式在強制更新該帳號的 access_token，並核對 AppID。',
    ),
  },
  40014: {
    cause: localized(
      'WeChat does not recognise this access token: it is malformed, incomplete, or was never issued.',
      '微信无法识别这个 access_token：格式不对、不完整，或并非微信签发。',
      '微信無法識別這個 access_token：格式不對、不完整，或並非微信核發。',
    ),
    nextStep: renewOnce,
  },
  42001: {
    cause: localized(
      'The access token has expired: a token lives two hours at most.',
      'access_token 已过期，有效期最长两小时。',
      'access_token 已過期，有效期最長兩小時。',
    ),
    nextStep: localized(
      'Get a new access token once and repeat the call. If this happens often, check the clock of this machine.',
      '重新获取一次 access_token 再调用。如果经常出现，请检查本机时钟是否准确。',
      '重新取得一次 access_token 再呼叫。如果經常出現，請檢查本機時鐘是否準確。',
    ),
  },
};
