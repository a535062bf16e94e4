import { api } from '../api';
import { okAnswer } from '../lenient';

/**
 * Sets the day's call counts of all APIs of the account to zero. WeChat allows it 10 times a month: only for an
 * explicit, confirmed act of the user.
 * @see https://developers.weixin.qq.com/doc/service/api/apimanage/api_clearquota
 */
export const clearQuota = api({
  method: 'POST',
  path: '/cgi-bin/clear_quota',
  body: (appId: string) => ({ appid: appId }),
  answer: okAnswer,
});
