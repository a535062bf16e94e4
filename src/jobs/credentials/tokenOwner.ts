import { type Account, type AccountRegistry, type LearnedPrefixes } from '../../accounts';
import { followers, isAbort, type WeChatClient } from '../../wechat';

/**
 * Whose access tokens are: those of another account look just like the right ones, and WeChat answers with that
 * account's people. The openids of a page of followers tell, where their beginning is known.
 */
export class TokenOwner {
  constructor(
    private readonly registry: Pick<AccountRegistry, 'all'>,
    private readonly prefixes: Pick<LearnedPrefixes, 'ownerOf'>,
  ) {}

  /** The account, other than the one named, that the client's token belongs to; undefined where nothing says so. */
  async other(
    appId: string,
    client: Pick<WeChatClient, 'ask'>,
    signal?: AbortSignal,
  ): Promise<Account | undefined> {
    try {
      const { openids } = await client.ask(followers, '', signal ? { signal } : {});
      const [openid] = openids;
      if (openid === undefined) return undefined;
      const owner = await this.prefixes.ownerOf(openid, await this.registry.all());
      return owner?.isCertain && owner.account.appId !== appId ? owner.account : undefined;
    } catch (error) {
      if (isAbort(error)) throw error;
      // It may lack the permission or the quota for lists, which is no reason against it.
      return undefined;
    }
  }
}
