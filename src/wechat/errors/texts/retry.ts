import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

/** Errors that pass by themselves. */
export const retryErrors: ErrorTexts = {
  [-1]: {
    cause: localized('WeChat is busy at the moment.', '微信系统繁忙。', '微信系統忙碌中。'),
    nextStep: localized('Wait a few seconds and try again.', '稍等几秒后重试。', '稍候幾秒後重試。'),
  },
  45011: {
    cause: localized(
      'Too many calls in one minute: the per-minute limit of this API is reached.',
      '调用过于频繁，已达到该接口每分钟的调用上限。',
      '呼叫過於頻繁，已達到該 API 每分鐘的呼叫上限。',
    ),
    nextStep: localized(
      'Wait one minute, then continue with fewer calls at a time.',
      '等待一分钟，再以较低的频率继续。',
      '等待一分鐘，再以較低的頻率繼續。',
    ),
  },
};
