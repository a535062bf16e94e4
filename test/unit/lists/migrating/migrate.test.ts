import assert from 'node:assert/strict';
import { migrate, type MigratedOpenid, planMigration } from '../../../../src/lists';
import { WeChatError } from '../../../../src/wechat';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { rejection } from '../../wechat/rejection';
import { clientOf, walkOptions } from '../scenario';

const path = '/cgi-bin/changeopenid';

async function all(outcomes: AsyncIterable<MigratedOpenid>): Promise<MigratedOpenid[]> {
  const collected: MigratedOpenid[] = [];
  for await (const outcome of outcomes) collected.push(outcome);
  return collected;
}

describe('the translation of migrated openids', () => {
  let weChat: SimulatedWeChat;
  beforeEach(async () => {
    weChat = await startWeChat();
  });
  afterEach(() => weChat.close());

  it('goes by hundreds and has an outcome for each of 250, 3 of whom WeChat does not know', async () => {
    const [account, old] = weChat.accounts;
    const known = old.openids({}, 247);
    const asked = [...known.slice(0, 100), ...old.openids({ state: 'notFollowing' }, 3), ...known.slice(100)];
    const outcomes = await all(migrate(clientOf(weChat, account), old.originalId, asked, walkOptions()));
    assert.deepEqual(
      outcomes.map(outcome => outcome.old),
      asked,
    );
    assert.equal(outcomes.filter(({ kind }) => kind === 'migrated').length, 247);
    assert.equal(outcomes.filter(({ kind }) => kind === 'noFollower').length, 3);
    const [first] = outcomes;
    assert.ok(first?.kind === 'migrated' && account.owns(first.new));
    assert.equal(weChat.calls(path), 3);
    assert.equal(planMigration([...asked, ...asked]).calls, 3);
  });

  it('tells 63178 where the old account goes by its other name', async () => {
    const [account, old] = weChat.accounts;
    const error = await rejection(
      all(migrate(clientOf(weChat, account), old.appId, old.openids({}, 5), walkOptions())),
    );
    assert.ok(error instanceof WeChatError && error.fault.errcode === 63178);
    account.migratesBy = 'appId';
    assert.equal(
      (await all(migrate(clientOf(weChat, account), old.appId, old.openids({}, 5), walkOptions()))).length,
      5,
    );
  });

  it('repeats a call that broke, and refuses a hundred of which one spoils the list', async () => {
    const [account, old] = weChat.accounts;
    weChat.faults.add({ kind: 'reset' }, { path, times: 1 });
    weChat.faults.add({ kind: 'errcode', errcode: 40003 }, { path, times: 1 });
    const outcomes = await all(
      migrate(clientOf(weChat, account), old.originalId, old.openids({}, 150), walkOptions()),
    );
    assert.equal(outcomes.filter(({ kind }) => kind === 'refused').length, 100);
    assert.equal(outcomes.filter(({ kind }) => kind === 'migrated').length, 50);
  });
});
