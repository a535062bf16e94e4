import assert from 'node:assert/strict';
import {
  outcomeOf,
  outcomeOfFailure,
  outcomeOfRefusal,
  settleRows,
  settleSingle,
} from '../../../../../src/batch/engine/settle';
import { type RawProfile } from '../../../../../src/wechat';

const fault = { errcode: 40003, errmsg: 'invalid openid' };
const follower = (openid: string): RawProfile => ({ openid, subscribe: 1, subscribe_time: 7 });
const stranger = (openid: string): RawProfile => ({ openid, subscribe: 0 });

describe('the rows of an answer', () => {
  it('are the outcomes of those who were asked for, in their order', () => {
    const [a, b] = [follower('a'), stranger('b')];
    assert.deepEqual(settleRows(['a', 'b'], [a, b]), {
      outcomes: [
        { kind: 'following', openid: 'a', profile: a },
        { kind: 'notFollowing', openid: 'b', profile: b },
      ],
      ...{ lines: undefined, singles: [] },
    });
    assert.deepEqual(settleRows([], []).outcomes, []);
  });

  it('may come in any order, and more than once', () => {
    const { outcomes, singles } = settleRows(
      ['a', 'b'],
      [stranger('b'), follower('a'), stranger('a'), follower('x')],
    );
    assert.deepEqual(
      outcomes.map(({ kind, openid }) => [kind, openid]),
      [
        ['following', 'a'],
        ['notFollowing', 'b'],
      ],
    );
    assert.deepEqual(singles, []);
  });

  it('that are missing are asked for singly', () => {
    const { outcomes, singles } = settleRows(['a', 'b'], [stranger('b')]);
    assert.deepEqual([outcomes.length, singles], [1, [{ openid: 'a' }]]);
  });

  for (const doubtful of [
    { openid: 'a' },
    { openid: 'a', subscribe: 1 },
    { openid: 'a', subscribe: 1, subscribe_time: '7' },
    { openid: 'a', subscribe: 2, subscribe_time: 7 },
  ] as unknown as readonly RawProfile[])
    it(`cannot be trusted, and are asked for singly: ${JSON.stringify(doubtful)}`, () => {
      assert.deepEqual(settleRows(['a'], [doubtful]).singles, [{ openid: 'a', doubtful }]);
      assert.deepEqual(settleRows(['a'], [doubtful]).outcomes, []);
      const whole = follower('a');
      for (const rows of [
        [doubtful, whole],
        [whole, doubtful],
      ]) {
        const { outcomes, singles } = settleRows(['a'], rows);
        assert.deepEqual([outcomes, singles], [[{ kind: 'following', openid: 'a', profile: whole }], []]);
      }
    });
});

describe('the answer about one person', () => {
  it('is the last word, whatever it says', () => {
    assert.deepEqual(settleSingle('a', stranger('a')).kind, 'notFollowing');
    const blank = { openid: 'a' };
    assert.deepEqual(settleSingle('a', blank), {
      ...{ kind: 'failed', openid: 'a', profile: blank },
      fault: { reason: 'unreadable', endpoint: '/cgi-bin/user/info', detail: 'no subscription state' },
    });
  });

  it('is none where it is about somebody else, or did not come', () => {
    assert.deepEqual(settleSingle('a', stranger('b')), { kind: 'notReturned', openid: 'a' });
    assert.deepEqual(settleSingle('a', undefined), { kind: 'notReturned', openid: 'a' });
  });

  it('follows by its state, without a time too', () => {
    assert.deepEqual(outcomeOf({ openid: 'a', subscribe: 1 }).kind, 'following');
    assert.deepEqual(outcomeOf(follower('a'), 'other').openid, 'other');
  });
});

describe('a refusal of one openid', () => {
  it('finds it invalid where WeChat says 40003', () => {
    assert.deepEqual(outcomeOfRefusal('a', fault), { kind: 'invalid', openid: 'a', fault });
  });

  it('is somebody who does not follow where it says 50005', () => {
    const gone = { errcode: 50005, errmsg: 'user not following', endpoint: '/x' };
    assert.deepEqual(outcomeOfRefusal('a', gone), {
      ...{ kind: 'notFollowing', openid: 'a' },
      profile: { openid: 'a', subscribe: 0, errcode: 50005, errmsg: 'user not following' },
    });
  });

  it('tells nothing otherwise', () => {
    assert.equal(outcomeOfRefusal('a', { errcode: 40032, errmsg: '' }), undefined);
    assert.equal(outcomeOfRefusal('a', { reason: 'timeout' }), undefined);
  });
});

describe('a failure', () => {
  it('keeps the doubtful row of an earlier answer', () => {
    const doubtful = { openid: 'a' };
    assert.deepEqual(outcomeOfFailure({ openid: 'a' }, fault), { kind: 'failed', openid: 'a', fault });
    assert.deepEqual(outcomeOfFailure({ openid: 'a', doubtful }, fault), {
      ...{ kind: 'failed', openid: 'a', fault, profile: doubtful },
    });
  });
});
