import { type SimulatedAccount } from '../account';
import { refuse, type Reply, succeed } from '../reply';
import { TAGS } from '../texts';
import { type Api, bodyRefusal, type Call } from './api';

const PAGE = 10_000;

export const userGet: Api = {
  method: 'GET',
  access: 'users',
  handle: ({ request, account }) => {
    const chosen = (index: number): boolean => account.isFollowing(index);
    const total = account.select(chosen, 0, Infinity).length;
    return listPage(account, chosen, request.query['next_openid'] ?? '', { total });
  },
};

export const tagsGet: Api = {
  method: 'GET',
  access: 'users',
  handle: ({ account }) =>
    succeed({
      tags: TAGS.map(({ id, name }) => ({
        id,
        name,
        count: account.select(memberOf(account, id), 0, Infinity).length,
      })),
    }),
};

export const userTagGet: Api = {
  method: 'POST',
  access: 'users',
  handle: call => bodyRefusal(call.request) ?? tagPage(call),
};

export const tagsGetIdList: Api = {
  method: 'POST',
  access: 'users',
  handle: call => bodyRefusal(call.request) ?? tagIds(call),
};

function tagPage({ request, account }: Call): Reply {
  const tagId = request.field('tagid');
  if (typeof tagId !== 'number') return refuse(47001);
  if (!TAGS.some(tag => tag.id === tagId)) return refuse(45159);
  return listPage(account, memberOf(account, tagId), request.textField('next_openid') ?? '', {});
}

function tagIds({ request, account, platform }: Call): Reply {
  const openid = request.textField('openid');
  if (openid === undefined) return refuse(41009);
  if (platform.accounts.some(other => other !== account && other.owns(openid))) return refuse(49003);
  if (!account.owns(openid)) return refuse(40003);
  const person = account.personOf(openid);
  return succeed({ tagid_list: person?.following ? person.tagIds : [] });
}

/**
 * One page after `after` (empty: the first). The end shows in two ways, as WeChat's does: the last page names its last
 * openid or none, and a page with nothing on it has no `data` at all.
 */
function listPage(
  account: SimulatedAccount,
  chosen: (index: number) => boolean,
  after: string,
  head: { total?: number },
): Reply {
  const previous = after === '' ? -1 : account.people.indexOf(after);
  if (previous === undefined) return refuse(40003);
  const found = account.select(chosen, previous + 1, PAGE + 1);
  const openids = found.slice(0, PAGE).map(index => account.people.openids.encode(index));
  if (openids.length === 0) return succeed({ ...head, count: 0, next_openid: '' });
  const isLast = found.length <= PAGE;
  return succeed({
    ...head,
    count: openids.length,
    data: { openid: openids },
    next_openid: isLast && account.lastPageNamesNone ? '' : openids.at(-1),
  });
}

function memberOf(account: SimulatedAccount, tagId: number): (index: number) => boolean {
  return index => account.isFollowing(index) && account.people.tagIdsOf(index).includes(tagId);
}
