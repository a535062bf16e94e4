import assert from 'node:assert/strict';
import { callOf, isSameList, type ListKind } from '../../../../src/lists';
import { PackedOpenids } from '../../../../src/lists/openids/packedOpenids';
import { beginning, Walk, type WalkPlace } from '../../../../src/lists/walking/walk';
import { walkPages } from '../../../../src/lists/walking/walkPages';
import { type Fault, type OpenidPage, WeChatError } from '../../../../src/wechat';

function walkOf({
  fullPage = 2,
  place = beginning,
}: { readonly fullPage?: number | undefined; readonly place?: WalkPlace } = {}): Walk {
  return new Walk(new PackedOpenids(), place, fullPage);
}

const pageOf = (openids: string, nextOpenid: string, total?: number): OpenidPage => ({
  openids: openids === '' ? [] : openids.split(' '),
  nextOpenid,
  ...(total !== undefined && { total }),
});

describe('a walk, as states', () => {
  it('begins at the beginning, and goes on after the last of each page', () => {
    const walk = walkOf();
    assert.equal(walk.cursor, '');
    assert.deepEqual(walk.take(pageOf('oA oB', 'oB', 5)), {
      openids: ['oA', 'oB'],
      repeated: 0,
      unreadable: 0,
      total: 5,
      next: 'oB',
    });
    assert.equal(walk.cursor, 'oB');
  });

  it('counts whom it has seen before, on the same page too, and what cannot be an openid', () => {
    const walk = walkOf({ fullPage: 9 });
    const page = walk.take(pageOf('oA oA oB 张三', 'oB'));
    assert.deepEqual([page.openids, page.repeated, page.unreadable], [['oA', 'oB'], 1, 1]);
    const next = walk.take(pageOf('oB oC', 'oC'));
    assert.deepEqual([next.openids, next.repeated], [['oC'], 1]);
  });

  for (const [what, page] of [
    ['names nobody as the next', pageOf('oC oD', '')],
    ['names the cursor it was asked with', pageOf('oC oD', 'oB')],
    ['names a cursor of before', pageOf('oC oD', 'oA')],
    ['is empty, whatever it names', pageOf('', 'oZ')],
    ['is not full, and makes up the total', pageOf('oC', 'oC', 3)],
  ] as const)
    it(`ends where a page ${what}`, () => {
      const walk = walkOf({ place: { cursor: 'oA', asked: ['', 'oA'], lastPage: [] } });
      walk.take(pageOf('oA oB', 'oB', 3));
      assert.equal(walk.take(page).next, undefined);
      assert.equal(walk.cursor, 'oB');
    });

  for (const [what, page, fullPage] of [
    ['is full, and makes up the total', pageOf('oC oD', 'oD', 4), 2],
    ['is not full, and leaves some of the total', pageOf('oC', 'oC', 4), 2],
    ['is not full, of a list without a total', pageOf('oC', 'oC'), 2],
    ['makes up the total, of a list of which nobody knows a full page', pageOf('oC', 'oC', 3), undefined],
  ] as const)
    it(`goes on where a page ${what}`, () => {
      const walk = new Walk(new PackedOpenids(), beginning, fullPage);
      walk.take(pageOf('oA oB', 'oB', 9));
      assert.equal(walk.take(page).next, page.nextOpenid);
      assert.equal(walk.cursor, page.nextOpenid);
    });

  it('ends at the third page in a row that brings nobody new', () => {
    const walk = walkOf({ fullPage: 1 });
    walk.take(pageOf('oA', 'o1'));
    const next = (openid: string, cursor: string) => walk.take(pageOf(openid, cursor)).next;
    assert.deepEqual([next('oA', 'o2'), next('oA', 'o3')], ['o2', 'o3']);
    assert.equal(next('oB', 'o4'), 'o4');
    assert.deepEqual([next('oB', 'o5'), next('oB', 'o6'), next('oB', 'o7')], ['o5', 'o6', undefined]);
  });

  it('steps back by 1, 3, 7 … from a cursor that is refused, and at last to the beginning, once', () => {
    const walk = walkOf({ fullPage: 9 });
    walk.take(pageOf('o1 o2 o3 o4 o5 o6 o7 o8 o9', 'o9', 20));
    const cursors: string[] = [];
    while (walk.stepBack()) cursors.push(walk.cursor);
    assert.deepEqual(cursors, ['o8', 'o6', 'o2', '']);
    assert.equal(walk.cursor, '');
  });

  it('has nowhere to step back to from the beginning', () => {
    assert.equal(walkOf().stepBack(), false);
  });

  it('steps back into the last page that brought anybody', () => {
    const walk = walkOf();
    walk.take(pageOf('oA oB', 'oB', 9));
    walk.take(pageOf('oA oB', 'oX', 9));
    assert.ok(walk.stepBack());
    assert.equal(walk.cursor, 'oA');
  });

  it('steps back from the next page by 1 again', () => {
    const walk = walkOf({ fullPage: 4 });
    walk.take(pageOf('o1 o2 o3 o4', 'o4', 20));
    walk.stepBack();
    walk.stepBack();
    walk.take(pageOf('o2 o3 o4 o5', 'o5', 20));
    walk.take(pageOf('o6 o7 o8 o9', 'o9', 20));
    assert.equal(walk.stepBack(), true);
    assert.equal(walk.cursor, 'o8');
  });

  it('passes what it knows already where it has begun again, be it more than three pages', () => {
    const walk = walkOf({ fullPage: 1 });
    for (const openid of ['o1', 'o2', 'o3', 'o4', 'o5']) walk.take(pageOf(openid, openid, 7));
    while (walk.cursor !== '') assert.ok(walk.stepBack());
    for (const openid of ['o1', 'o2', 'o3', 'o4', 'o5'])
      assert.equal(walk.take(pageOf(openid, openid, 7)).next, openid);
    assert.deepEqual(walk.take(pageOf('o6', '', 7)).openids, ['o6']);
  });

  it('goes on from a place of before, and steps back into its last page', () => {
    const walk = walkOf({ place: { cursor: 'oB', asked: [''], lastPage: ['oA', 'oB'] } });
    assert.equal(walk.cursor, 'oB');
    assert.ok(walk.stepBack());
    assert.equal(walk.cursor, 'oA');
  });
});

describe('the pages of a walk', () => {
  const error = (errcode: number) => new WeChatError({ errcode, errmsg: '' });
  const signal = new AbortController().signal;

  /** What a source answers one after the other, and how long is waited between. */
  async function walked(answers: readonly (OpenidPage | Error)[], walk = walkOf(), of = signal) {
    const [cursors, delays, pages]: [string[], number[], string[]] = [[], [], []];
    const left = [...answers];
    const source = {
      fullPage: 2,
      page: (cursor: string) => {
        cursors.push(cursor);
        const answer = left.shift() ?? assert.fail('asked once too often');
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
    const sleep = (milliseconds: number) => Promise.resolve(void delays.push(milliseconds));
    let failure: unknown;
    try {
      for await (const { openids } of walkPages(walk, source, { signal: of, sleep })) pages.push(...openids);
    } catch (thrown) {
      failure = thrown;
    }
    const fault: Fault | undefined = failure instanceof WeChatError ? failure.fault : undefined;
    return { cursors, delays, pages, failure, fault };
  }

  it('give others their turn between reading, taking in and keeping', async () => {
    const steps: string[] = [];
    const done = (step: string) => {
      steps.push(step);
      setImmediate(() => steps.push('turn'));
    };
    class Watched extends Walk {
      override take(page: OpenidPage) {
        done('taken in');
        return super.take(page);
      }
    }
    const source = {
      fullPage: 2,
      page: () => {
        done('read');
        return Promise.resolve(pageOf('oA', ''));
      },
    };
    const patience = { signal: new AbortController().signal, sleep: () => Promise.resolve() };
    const walk = new Watched(new PackedOpenids(), beginning, 2);
    for await (const page of walkPages(walk, source, patience)) steps.push(`kept ${page.openids.length}`);
    assert.deepEqual(steps, ['read', 'turn', 'taken in', 'turn', 'kept 1']);
  });

  it('are asked for again after 1, 4 and 15 seconds, and given up then', async () => {
    const { delays, fault, cursors } = await walked([error(-1), error(-1), error(-1), error(-1)]);
    assert.deepEqual([delays, cursors.length], [[1_000, 4_000, 15_000], 4]);
    assert.deepEqual(fault, { errcode: -1, errmsg: '' });
  });

  it('have three attempts more each', async () => {
    const { delays, pages, failure } = await walked([
      error(-1),
      error(-1),
      pageOf('oA oB', 'oB', 3),
      error(-1),
      pageOf('oC', 'oC', 3),
    ]);
    assert.deepEqual([delays, pages, failure], [[1_000, 4_000, 1_000], ['oA', 'oB', 'oC'], undefined]);
  });

  it('wait for the next minute where WeChat counts by it', async () => {
    const { delays } = await walked([error(45011), pageOf('oA', '', 1)]);
    assert.deepEqual(delays, [60_000]);
  });

  for (const code of [45009, 48001])
    it(`are given up at once for ${code}`, async () => {
      const { delays, fault } = await walked([error(code)]);
      assert.deepEqual([delays, fault], [[], { errcode: code, errmsg: '' }]);
    });

  for (const code of [40003, 49003])
    it(`go on from an earlier cursor where ${code} is said of one, and from none at the beginning`, async () => {
      const { cursors, pages } = await walked([
        pageOf('oA oB', 'oB', 3),
        error(code),
        pageOf('oB oC', '', 3),
      ]);
      assert.deepEqual(
        [cursors, pages],
        [
          ['', 'oB', 'oA'],
          ['oA', 'oB', 'oC'],
        ],
      );
      const { fault } = await walked([error(code)]);
      assert.deepEqual(fault, { errcode: code, errmsg: '' });
    });

  it('end with what is no fault of WeChat, and with the signal', async () => {
    const { failure, delays } = await walked([new TypeError('a bug')]);
    assert.ok(failure instanceof TypeError);
    assert.deepEqual(delays, []);
    const aborted = await walked([], walkOf(), AbortSignal.abort('cancelled'));
    assert.deepEqual([aborted.failure, aborted.cursors], ['cancelled', []]);
    const ending = new AbortController();
    const late = Object.assign(error(-1), {});
    const walking = walked([late], walkOf(), ending.signal);
    ending.abort('closed');
    assert.equal((await walking).failure, 'closed');
  });
});

describe('the lists of an account', () => {
  const tag = (tagId: number, name = ''): ListKind => ({ kind: 'tag', tagId, name });

  it('are the same by kind, those of a tag by its number whatever it is called', () => {
    assert.ok(isSameList({ kind: 'followers' }, { kind: 'followers' }));
    assert.ok(isSameList(tag(100, 'VIP'), tag(100, 'Gold')));
    assert.ok(!isSameList(tag(100, 'VIP'), tag(101, 'VIP')));
    assert.ok(!isSameList({ kind: 'followers' }, { kind: 'blacklist' }));
    assert.ok(!isSameList({ kind: 'followers' }, tag(100)));
    assert.ok(!isSameList(tag(100), { kind: 'blacklist' }));
  });

  it('are called by paths of their own, with as many openids a page as WeChat gives', () => {
    assert.deepEqual(callOf({ kind: 'followers' }), { path: '/cgi-bin/user/get', page: 10_000 });
    assert.deepEqual(callOf(tag(100)), { path: '/cgi-bin/user/tag/get', page: 10_000 });
    assert.deepEqual(callOf({ kind: 'blacklist' }), {
      path: '/cgi-bin/tags/members/getblacklist',
      page: 1_000,
    });
  });
});
