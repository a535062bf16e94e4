import assert from 'node:assert/strict';
import {
  type BrokenJson,
  type Fault,
  type FaultScope,
  type SimulatedWeChat,
  startWeChat,
} from '../../wechat/index';
import { parseJson } from '../../wechat/http/json';
import { BATCH_GET, Caller, rowsIn, USER_INFO } from './caller';

describe('faults of the simulated WeChat', () => {
  let weChat: SimulatedWeChat;
  let caller: Caller;
  let token: string;
  let openids: readonly string[];

  beforeEach(async () => {
    weChat = await startWeChat();
    caller = new Caller(weChat);
    token = await caller.token(weChat.accounts[0]);
    openids = weChat.accounts[0].openids({}, 10);
  });
  afterEach(() => weChat.close());

  /** One batchget as it comes over the wire. */
  function raw(): Promise<Response> {
    const body = JSON.stringify({ user_list: openids.map(openid => ({ openid })) });
    const url = `${weChat.url}${BATCH_GET}?access_token=${token}`;
    return fetch(url, { method: 'POST', body, redirect: 'manual' });
  }

  async function errcodes(count: number): Promise<unknown[]> {
    const found: unknown[] = [];
    for (let call = 0; call < count; call++)
      found.push((await caller.batchGet(token, openids))['errcode'] ?? 0);
    return found;
  }

  it('strike the next so many requests, one after the other', async () => {
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: BATCH_GET, times: 2 });
    weChat.faults.add({ kind: 'errcode', errcode: 45009 }, { path: BATCH_GET, times: 1 });
    assert.equal((await caller.userInfo(token, openids[0] ?? ''))['subscribe'], 1);
    assert.deepEqual(await errcodes(4), [-1, -1, 45009, 0]);
  });

  it('strike the requests that a test chooses, until it switches them off', async () => {
    const [unlucky = ''] = openids;
    const scope: FaultScope = { when: request => request.openids.includes(unlucky) };
    const off = weChat.faults.add({ kind: 'errcode', errcode: 50002, errmsg: 'my words' }, scope);
    assert.deepEqual(await caller.userInfo(token, unlucky), { errcode: 50002, errmsg: 'my words' });
    assert.equal((await caller.userInfo(token, openids[1] ?? ''))['subscribe'], 1);
    off();
    assert.equal((await caller.userInfo(token, unlucky))['subscribe'], 1);
    weChat.faults.add({ kind: 'errcode', errcode: -1 });
    weChat.faults.clear();
    assert.deepEqual(await errcodes(1), [0]);
  });

  it('cost no quota where they take the place of the answer', async () => {
    weChat.faults.add({ kind: 'errcode', errcode: -1 });
    const { quota } = weChat.accounts[0];
    const before = quota.of(BATCH_GET)?.used;
    await errcodes(3);
    assert.equal(quota.of(BATCH_GET)?.used, before);
  });

  it('answer with another status, a page, or a redirect', async () => {
    weChat.faults.add({ kind: 'status', status: 502 }, { times: 1 });
    weChat.faults.add({ kind: 'html' }, { times: 1 });
    weChat.faults.add({ kind: 'redirect', to: 'http://localhost:1/x' }, { times: 1 });
    assert.equal((await raw()).status, 502);
    const page = await raw();
    assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html']);
    const redirect = await raw();
    assert.deepEqual([redirect.status, redirect.headers.get('location')], [302, 'http://localhost:1/x']);
  });

  it('ask to be left alone for a time', async () => {
    weChat.faults.add({ kind: 'status', status: 503, retryAfter: '7' }, { times: 1 });
    assert.equal((await raw()).headers.get('retry-after'), '7');
    assert.equal((await raw()).headers.get('retry-after'), null);
  });

  it('leave out the charset', async () => {
    assert.equal((await raw()).headers.get('content-type'), 'text/plain; charset=utf-8');
    weChat.faults.add({ kind: 'noCharset' });
    assert.equal((await raw()).headers.get('content-type'), 'text/plain');
  });

  for (const fault of [{ kind: 'reset' }, { kind: 'cut' }] as const satisfies Fault[]) {
    it(`break the connection: ${fault.kind}`, async () => {
      weChat.faults.add(fault, { times: 1 });
      await assert.rejects(raw().then(response => response.text()));
      assert.deepEqual(await errcodes(1), [0]);
    });
  }

  it('never answer, and do not keep the server from closing', async () => {
    weChat.faults.add({ kind: 'never' });
    const gone = assert.rejects(raw());
    while (weChat.calls(BATCH_GET) === 0) await new Promise(setImmediate);
    await weChat.close();
    await gone;
  });

  it('send a body in small pieces', async () => {
    const whole = await (await raw()).text();
    weChat.faults.add({ kind: 'slow', bytes: 500, everyMs: 0 });
    assert.equal(await (await raw()).text(), whole);
  });

  it('send more than 16 MB, announced or not', async () => {
    const bytes = 17 * 1024 * 1024;
    for (const contentLength of ['absent', 'honest'] as const) {
      weChat.faults.add({ kind: 'huge', bytes, contentLength }, { times: 1 });
      const response = await raw();
      assert.equal(response.headers.has('content-length'), contentLength === 'honest');
      assert.equal((await response.arrayBuffer()).byteLength, bytes);
    }
    weChat.faults.add({ kind: 'huge', contentLength: 'lying' }, { times: 1 });
    assert.equal((await raw()).headers.get('content-length'), '2');
  });

  for (const how of [
    'rawControls',
    'strayBackslash',
    'trailingComma',
    'missingComma',
    'bom',
  ] as const satisfies BrokenJson[]) {
    it(`make the JSON invalid: ${how}`, async () => {
      weChat.faults.add({ kind: 'json', how });
      // Not response.text(), which would take a byte order mark away.
      const body = Buffer.from(await (await raw()).arrayBuffer()).toString('utf8');
      assert.equal(parseJson(body), undefined);
      assert(openids.every(openid => body.includes(`"${openid}"`)));
      const alone = await fetch(`${weChat.url}${USER_INFO}?access_token=${token}&openid=${openids[0] ?? ''}`);
      assert.equal(parseJson(Buffer.from(await alone.arrayBuffer()).toString('utf8')), undefined);
    });
  }

  it('escape slashes, which leaves the JSON as it was', async () => {
    const [openid = ''] = openids;
    weChat.accounts[0].change(openid, { remark: 'https://a/b' });
    weChat.faults.add({ kind: 'json', how: 'escapedSlashes' });
    const body = await (await raw()).text();
    assert(body.includes('https:\\/\\/a\\/b'));
    assert.equal((await caller.userInfo(token, openid))['remark'], 'https://a/b');
  });

  describe('in rows', () => {
    async function struck(fault: Fault): Promise<ReturnType<typeof rowsIn>> {
      weChat.faults.add(fault, { times: 1 });
      return rowsIn(await caller.batchGet(token, openids));
    }
    const where = (openid: string): boolean => openid === openids[2];

    it('drop, duplicate and reorder them', async () => {
      const asked = async (fault: Fault): Promise<unknown[]> =>
        (await struck(fault)).map(row => row['openid']);
      assert.deepEqual(
        await asked({ kind: 'rows', how: 'dropped', where }),
        openids.filter(openid => !where(openid)),
      );
      assert.deepEqual(
        await asked({ kind: 'rows', how: 'duplicated', where }),
        openids.flatMap(openid => (where(openid) ? [openid, openid] : [openid])),
      );
      assert.deepEqual(await asked({ kind: 'rows', how: 'reordered' }), [...openids].reverse());
    });

    it('shift them: from one on, each has what belongs to the next, and the last is blank', async () => {
      const whole = rowsIn(await caller.batchGet(token, openids));
      const rows = await struck({ kind: 'rows', how: 'shifted', where });
      const last = openids.length - 1;
      assert.deepEqual(
        rows,
        whole.map((row, at) => {
          if (at < 2) return row;
          const next = at < last ? whole[at + 1] : { subscribe: 0, tagid_list: [] };
          return { ...next, openid: row['openid'] };
        }),
      );
      assert.deepEqual(await struck({ kind: 'rows', how: 'shifted', where: () => false }), whole);
    });

    it('take their state or their time away', async () => {
      const stateless = await struck({ kind: 'rows', how: 'withoutSubscribe', where });
      assert.deepEqual(
        stateless.map(row => 'subscribe' in row),
        openids.map(openid => !where(openid)),
      );
      const timeless = await struck({ kind: 'rows', how: 'withoutSubscribeTime' });
      assert(timeless.every(row => row['subscribe'] === 1 && !('subscribe_time' in row)));
    });
  });
});
