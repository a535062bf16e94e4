import assert from 'node:assert/strict';
import { type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { isList, isRecord } from '../../wechat/http/json';
import { HOSTILE } from '../../wechat/account/texts';
import { type Answer, Caller } from './caller';

describe('lists of the simulated WeChat', () => {
  const running: SimulatedWeChat[] = [];
  afterEach(() => Promise.all(running.splice(0).map(weChat => weChat.close())));

  /** The accounts of a WeChat, and how to ask it in the name of one of them. */
  async function start(followers: number) {
    const weChat = await startWeChat({ followers });
    running.push(weChat);
    const caller = new Caller(weChat);
    const [a, b] = weChat.accounts;
    const tokens = { a: await caller.token(a), b: await caller.token(b) };
    const followersAfter = (next_openid: string, access_token = tokens.a): Promise<Answer> =>
      caller.get('/cgi-bin/user/get', { access_token, next_openid });
    const post = (path: string, body: unknown): Promise<Answer> =>
      caller.post(`/cgi-bin/${path}`, body, { access_token: tokens.a });
    return { a, b, tokens, caller, followersAfter, post };
  }

  it('give 10 000 followers a page, and a last page without data', async () => {
    const { a, followersAfter } = await start(11_000);
    const all = a.openids();
    const first = await followersAfter('');
    assert.deepEqual(first, {
      total: all.length,
      count: 10_000,
      data: { openid: all.slice(0, 10_000) },
      next_openid: all[9_999],
    });
    const second = await followersAfter(String(first['next_openid']));
    assert.deepEqual(second['data'], { openid: all.slice(10_000) });
    assert.equal(second['next_openid'], all.at(-1));
    assert.deepEqual(await followersAfter(String(second['next_openid'])), {
      total: all.length,
      count: 0,
      next_openid: '',
    });
  });

  it('end the other way in the other account: the last page names no next openid', async () => {
    const { b, tokens, followersAfter } = await start(50);
    assert.deepEqual(await followersAfter('', tokens.b), {
      total: b.openids().length,
      count: b.openids().length,
      data: { openid: b.openids() },
      next_openid: '',
    });
  });

  it('have no data where nobody follows, and refuse a next openid of somebody else', async () => {
    const { b, followersAfter } = await start(0);
    assert.deepEqual(await followersAfter(''), { total: 0, count: 0, next_openid: '' });
    assert.equal((await followersAfter(b.openids({ state: 'neverFollowed' }, 1)[0] ?? ''))['errcode'], 40003);
  });

  it('count the people of each tag as tag lists and profiles do', async () => {
    const { a, tokens, caller, post } = await start(300);
    const answer = await caller.get('/cgi-bin/tags/get', { access_token: tokens.a });
    const tags = answer['tags'];
    assert(isList(tags));
    assert.deepEqual(Object.keys(answer), ['tags']);
    assert.equal(tags.length, HOSTILE.tags.length);
    for (const tag of tags.filter(isRecord)) {
      const tagged = a.openids().filter(openid => a.personOf(openid)?.tagIds.includes(Number(tag['id'])));
      assert(tagged.length > 0);
      assert.equal(tag['count'], tagged.length);
      assert.deepEqual((await post('user/tag/get', { tagid: tag['id'], next_openid: '' }))['data'], {
        openid: tagged,
      });
    }
    assert.equal((await post('user/tag/get', { tagid: 99_999 }))['errcode'], 45159);
  });

  it('give the tags of one person, and tell a foreign openid from a malformed one', async () => {
    const { a, b, post } = await start(300);
    const openid = a.openids().find(each => a.personOf(each)?.tagIds.length) ?? '';
    assert.deepEqual(await post('tags/getidlist', { openid }), { tagid_list: a.personOf(openid)?.tagIds });
    assert.equal((await post('tags/getidlist', { openid: b.openids({}, 1)[0] }))['errcode'], 49003);
    assert.equal((await post('tags/getidlist', { openid: 'o-bad' }))['errcode'], 40003);
    assert.equal((await post('tags/getidlist', {}))['errcode'], 41009);
  });
});
