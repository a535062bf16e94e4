import { tokenEndpoints } from '../../api/endpoints';
import { localized } from '../../language';
import { secretRefused } from './config';
import { type ErrorTexts } from './errorText';

/** A token that API calls no longer accept. At the token endpoints 40001 means something else. */
export const tokenErrors: ErrorTexts = {
  40001: {
    cause: localized(
      'The access token is not the latest one: it was replaced elsewhere, or it belongs to another account.',
      'access_token 不是最新的：已在别处被刷新，或者属于另一个账号。',
      'access_token 不是最新的：已在別處被更新，或者屬於另一個帳號。',
    ),
    nextStep: localized(
      "Find out whether another program keeps refreshing this account's token, and check that the AppID is the right one.",
      '请排查是否有其他程序在强制刷新该账号的 access_token，并核对 AppID。',
      '請檢查是否有其他程式在強制更新該帳號的 access_token，並核對 AppID。',
    ),
    elsewhere: [{ at: tokenEndpoints, ...secretRefused }],
  },
  40014: {
    cause: localized(
      'WeChat does not recognise this access token: it is malformed, incomplete, or was never issued.',
      '微信无法识别这个 access_token：格式不对、不完整，或并非微信签发。',
      '微信無法識別這個 access_token：格式不對、不完整，或並非微信核發。',
    ),
    nextStep: localized(
      'Check that the whole token is sent, without quotes or blanks, and as access_token in the query.',
      '检查 access_token 是否完整、不带引号和空格，并作为查询参数 access_token 传递。',
      '檢查 access_token 是否完整、不帶引號和空格，並作為查詢參數 access_token 傳遞。',
    ),
  },
  42001: {
    cause: localized(
      'The access token has expired: a token lives two hours at most.',
      'access_token 已过期，有效期最长两小时。',
      'access_token 已過期，有效期最長兩小時。',
    ),
    nextStep: localized(
      'Check the clock of the machine that keeps the token, and that the token is renewed before its expires_in is over.',
      '检查保存 access_token 的机器时钟是否准确，并在 expires_in 到期之前更新。',
      '檢查保存 access_token 的機器時鐘是否準確，並在 expires_in 到期之前更新。',
    ),
  },
};
