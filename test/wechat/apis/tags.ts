import { isList, isRecord } from '../http/json';
import { refuse, type Reply, succeed } from '../http/reply';
import { type ReceivedRequest } from '../http/request';
import { type Api, bodyRefusal, type Call } from './api';

const OK = { errcode: 0, errmsg: 'ok' };
const MOST_AT_ONCE = 50;
const TAGGING = ['/cgi-bin/tags/members/batchtagging', '/cgi-bin/tags/members/batchuntagging'];

export const tagsGet: Api = {
  method: 'GET',
  access: 'users',
  handle: ({ account }) =>
    succeed({
      tags: account.tags.all.map(({ id, name }) => ({
        id,
        name,
        count: account.tags.countOf(id, index => account.isFollowing(index)),
      })),
    }),
};

export const tagsGetIdList: Api = post(({ request, account, platform }) => {
  const openid = request.textField('openid');
  if (openid === undefined) return refuse(41009);
  if (platform.accounts.some(other => other !== account && other.owns(openid))) return refuse(49003);
  if (!account.owns(openid)) return refuse(40003);
  const person = account.personOf(openid);
  return succeed({ tagid_list: person?.following ? person.tagIds : [] });
});

export const tagsCreate: Api = post(({ request, account }) => {
  const { name } = tagOf(request);
  if (typeof name !== 'string') return refuse(47001);
  const made = account.tags.create(name);
  return 'id' in made ? succeed({ tag: { id: made.id, name } }) : refuse(made.errcode);
});

export const tagsUpdate: Api = post(({ request, account }) => {
  const { id, name } = tagOf(request);
  if (typeof id !== 'number' || typeof name !== 'string') return refuse(47001);
  const errcode = account.tags.rename(id, name);
  return errcode === 0 ? succeed(OK) : refuse(errcode);
});

export const batchTagging: Api = post(call => tagging(call, 'give'));
export const batchUntagging: Api = post(call => tagging(call, 'take'));

/** All of a list or nobody: one openid that is not accepted refuses it, and the answer does not say which. */
function tagging({ request, account, platform }: Call, act: 'give' | 'take'): Reply {
  const tagId = request.field('tagid');
  const openids = openidsOf(request);
  if (openids === undefined) return refuse(40031);
  if (openids.length === 0 || openids.length > MOST_AT_ONCE) return refuse(40032);
  // Also where the name of the key is misspelt, as `tagId`.
  if (typeof tagId !== 'number' || !account.tags.has(tagId)) return refuse(45159);
  // Seen with several calls at a time for one person, whose tag is right all the same.
  if (isOvertaken(request, openids, platform.inFlight)) return refuse(45159);
  const indices: number[] = [];
  for (const openid of openids) {
    if (platform.accounts.some(other => other !== account && other.owns(openid))) return refuse(49003);
    const index = account.people.indexOf(openid);
    if (index === undefined || !account.isFollowing(index)) return refuse(40003);
    indices.push(index);
  }
  if (act === 'give' && !indices.every(index => account.tags.mayCarryMore(index, tagId)))
    return refuse(45059);
  for (const index of indices) account.tags[act](index, tagId);
  return succeed(OK);
}

/** Whether a call that came earlier and still waits is about one of these people. */
function isOvertaken(
  request: ReceivedRequest,
  openids: readonly string[],
  inFlight: Iterable<ReceivedRequest>,
): boolean {
  for (const other of inFlight) {
    if (other === request) return false;
    if (!TAGGING.includes(other.path) || other.appId !== request.appId) continue;
    const theirs = openidsOf(other) ?? [];
    if (openids.some(openid => theirs.includes(openid))) return true;
  }
  return false;
}

function openidsOf(request: ReceivedRequest): readonly string[] | undefined {
  const list = request.field('openid_list');
  return isList(list) ? list.filter((openid): openid is string => typeof openid === 'string') : undefined;
}

function tagOf(request: ReceivedRequest): Readonly<Record<string, unknown>> {
  const tag = request.field('tag');
  return isRecord(tag) ? tag : {};
}

function post(handle: (call: Call) => Reply): Api {
  return { method: 'POST', access: 'users', handle: call => bodyRefusal(call.request) ?? handle(call) };
}
