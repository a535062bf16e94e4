import { type SimulatedAccount } from '../account/account';
import { refuse, type Reply, succeed } from '../http/reply';
import { type Api, bodyRefusal, type Call } from './api';

const PAGE = 10_000;

interface List {
  readonly chosen: (index: number) => boolean;
  /** The openid after which the page begins; empty for the first. */
  readonly after: string;
  readonly page: number;
  /** What stands before the page in the answer. */
  readonly head: { readonly total?: number };
  /** Whether an answer without people still has a `next_openid`. */
  readonly namesNext: boolean;
}

export const userGet: Api = {
  method: 'GET',
  access: 'users',
  handle: ({ request, account }) =>
    listPage(account, {
      chosen: index => account.isFollowing(index),
      after: request.query['next_openid'] ?? '',
      page: PAGE,
      head: { total: account.followerCount },
      namesNext: true,
    }),
};

export const userTagGet: Api = {
  method: 'POST',
  access: 'users',
  handle: call => bodyRefusal(call.request) ?? tagPage(call),
};

export const getBlacklist: Api = {
  method: 'POST',
  access: 'users',
  handle: ({ request, account }) => {
    const refusal = bodyRefusal(request);
    if (refusal) return refusal;
    const chosen = (index: number): boolean => account.isBlacklisted(index);
    return listPage(account, {
      chosen,
      after: request.textField('begin_openid') ?? '',
      page: account.blacklistPage,
      head: { total: account.countOf(chosen) },
      namesNext: true,
    });
  },
};

function tagPage({ request, account }: Call): Reply {
  const tagId = request.field('tagid');
  if (typeof tagId !== 'number') return refuse(47001);
  if (!account.tags.has(tagId)) return refuse(45159);
  return listPage(account, {
    chosen: index => account.isFollowing(index) && account.tags.idsOf(index).includes(tagId),
    after: request.textField('next_openid') ?? '',
    page: PAGE,
    head: {},
    // A tag that nobody carries was answered by {"count":0} and nothing else.
    namesNext: false,
  });
}

/**
 * One page. The end shows in two ways, as WeChat's does: the last page names its last openid or none, and a page with
 * nothing on it has no `data`.
 */
function listPage(account: SimulatedAccount, { chosen, after, page, head, namesNext }: List): Reply {
  const previous = after === '' ? -1 : account.people.indexOf(after);
  if (previous === undefined) return refuse(40003);
  if (previous >= 0 && !account.leaversKeepTheirPlace && !account.isFollowing(previous)) return refuse(40003);
  const found = account.select(chosen, previous + 1, page + 1);
  const openids = found.slice(0, page).map(index => account.people.openids.encode(index));
  if (openids.length === 0) {
    return succeed({
      ...head,
      count: 0,
      ...(account.emptyData === 'null' && { data: null }),
      ...(namesNext && { next_openid: '' }),
    });
  }
  return succeed({
    ...head,
    count: openids.length,
    data: { openid: openids },
    next_openid: found.length <= page ? nextAtTheEnd(account, { chosen, page }, openids) : openids.at(-1),
  });
}

function nextAtTheEnd(
  account: SimulatedAccount,
  { chosen, page }: Pick<List, 'chosen' | 'page'>,
  openids: readonly string[],
): string | undefined {
  if (!account.listsLoop) return account.lastPageNamesNone ? '' : openids.at(-1);
  const first = account.select(chosen, 0, page).at(-1);
  return first === undefined ? '' : account.people.openids.encode(first);
}
