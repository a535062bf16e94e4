import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

/** Nothing more is given until a limit is counted anew. */
export const quotaErrors: ErrorTexts = {
  45009: {
    cause: localized(
      "The account's daily quota for this API is used up.",
      '该账号今天调用此接口的次数已用完。',
      '該帳號今天呼叫此 API 的次數已用完。',
    ),
    nextStep: localized(
      'Continue tomorrow (the count usually restarts at midnight, Beijing time), or clear the quota, which WeChat allows 10 times a month.',
      '明天再继续（通常在北京时间零点重新计数），或清零调用次数（每月限 10 次）。',
      '明天再繼續（通常在北京時間零點重新計數），或將呼叫次數歸零（每月限 10 次）。',
    ),
  },
  48006: {
    cause: localized(
      'The quota cannot be cleared again: the 10 times of this month are used up.',
      '无法再清零：本月的 10 次清零机会已用完。',
      '無法再歸零：本月的 10 次歸零機會已用完。',
    ),
    nextStep: localized(
      'Wait until the quota itself restarts, or until next month.',
      '等待调用次数自动恢复，或下个月再清零。',
      '等待呼叫次數自動恢復，或下個月再歸零。',
    ),
  },
};
