import { api } from '../api';
import { okAnswer } from '../lenient';

/**
 * Gives a follower a remark, or takes it away by the empty one.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_updateremark
 */
export const updateRemark = api({
  method: 'POST',
  path: '/cgi-bin/user/info/updateremark',
  body: (openid: string, remark: string) => ({ openid, remark }),
  answer: okAnswer,
});
