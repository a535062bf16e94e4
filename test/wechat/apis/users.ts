import { isList, isRecord } from '../http/json';
import { refuse, type Reply } from '../http/reply';
import { type Api, bodyRefusal, type Call } from './api';

const BATCH_SIZE = 100;

export const userInfo: Api = {
  method: 'GET',
  access: 'users',
  handle: ({ request, account }) => {
    const openid = request.query['openid'];
    if (!openid) return refuse(41009);
    return account.owns(openid) ? { kind: 'success', body: account.row(openid) } : refuse(40003);
  },
};

export const batchGet: Api = {
  method: 'POST',
  access: 'users',
  handle: call => bodyRefusal(call.request) ?? answerList(call, call.request.field('user_list')),
};

/** One openid that is malformed or not this account's spoils the whole list, and the answer does not say which. */
function answerList({ account }: Call, list: unknown): Reply {
  if (!isList(list)) return refuse(40031);
  if (list.length === 0 || list.length > BATCH_SIZE) return refuse(40032);
  const rows: string[] = [];
  for (const item of list) {
    const openid = isRecord(item) ? item['openid'] : undefined;
    if (typeof openid !== 'string' || !account.owns(openid)) return refuse(40003);
    rows.push(account.row(openid));
  }
  return { kind: 'success', body: `{"user_info_list":[${rows.join(',')}]}` };
}
