import assert from 'node:assert/strict';
import { type Account } from '../../../../src/accounts';
import { TokenOwner } from '../../../../src/jobs/credentials/tokenOwner';
import { WeChatClient } from '../../../../src/wechat';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';

describe('whose access tokens are', () => {
  let weChat: SimulatedWeChat;
  beforeEach(async () => void (weChat = await startWeChat()));
  afterEach(() => weChat.close());

  /** What is said of the second account's token, entered for the first, where its openids are known to begin so. */
  async function ownerWhere(knows: 'certain' | 'hint' | 'nothing', appId = weChat.accounts[0].appId) {
    const [, second] = weChat.accounts;
    const account: Account = {
      appId: second.appId,
      name: 'B',
      credential: { kind: 'accessToken' },
      addedAt: 0,
    };
    const ownerOf = <T extends { readonly appId: string }>(_: string, among: readonly T[]) => {
      const found = knows === 'nothing' ? undefined : among.find(each => each.appId === second.appId);
      return Promise.resolve(found && { account: found, isCertain: knows === 'certain' });
    };
    const client = new WeChatClient({
      baseUrl: weChat.url,
      appId: second.appId,
      secret: () => Promise.resolve(second.secret),
      timeoutMs: 5000,
    });
    const owner = new TokenOwner({ all: () => Promise.resolve([account]) }, { ownerOf });
    return (await owner.other(appId, client))?.appId;
  }

  it('is another account’s where a follower has proved how its openids begin', async () => {
    assert.equal(await ownerWhere('certain'), weChat.accounts[1].appId);
  });

  it('is not said of what is only a hint, or not known, and not of the account itself', async () => {
    assert.equal(await ownerWhere('hint'), undefined);
    assert.equal(await ownerWhere('nothing'), undefined);
    assert.equal(await ownerWhere('certain', weChat.accounts[1].appId), undefined);
  });

  it('is not said where the list of followers is refused', async () => {
    weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: '/cgi-bin/user/get' });
    assert.equal(await ownerWhere('certain'), undefined);
  });
});
