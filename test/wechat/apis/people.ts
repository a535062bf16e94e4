import { isList } from '../http/json';
import { refuse, type Reply, succeed } from '../http/reply';
import { type Api, bodyRefusal, type Call } from './api';

const REMARK_BYTES = 30;
const MOST_MIGRATED = 100;

export const updateRemark: Api = {
  method: 'POST',
  access: 'users',
  handle: ({ request, account }) => {
    const refusal = bodyRefusal(request);
    if (refusal) return refusal;
    const [openid, remark] = [request.textField('openid'), request.field('remark')];
    if (openid === undefined) return refuse(41009);
    if (typeof remark !== 'string') return refuse(47001);
    const index = account.people.indexOf(openid);
    if (index === undefined || !account.isFollowing(index)) return refuse(40003);
    // "Shorter than 30 bytes": whether 30 are still taken is told nowhere; here they are.
    if (Buffer.byteLength(remark) > REMARK_BYTES) return refuse(40092);
    account.remark(index, remark);
    return succeed({ errcode: 0, errmsg: 'ok' });
  },
};

/** People of the old account have the openid of the same place in this one; who does not follow the old one has none. */
export const changeOpenid: Api = {
  method: 'POST',
  access: 'users',
  handle: call => bodyRefusal(call.request) ?? migrate(call),
};

function migrate({ request, account, platform }: Call): Reply {
  const name = request.textField('from_appid');
  const old = platform.accounts.find(each => each !== account && each[account.migratesBy] === name);
  if (!old) return refuse(63178);
  const list = request.field('openid_list');
  if (!isList(list)) return refuse(40031);
  if (list.length === 0 || list.length > MOST_MIGRATED) return refuse(40032);
  return succeed({
    errcode: 0,
    errmsg: 'ok',
    result_list: list.map(openid => {
      const index = typeof openid === 'string' ? old.people.indexOf(openid) : undefined;
      return index !== undefined && old.isFollowing(index)
        ? { ori_openid: openid, new_openid: account.people.openids.encode(index), err_msg: 'ok' }
        : { ori_openid: openid, err_msg: 'ori_openid error' };
    }),
  });
}
