import { type Account } from '../../accounts';
import { type HistorySources, type TreeNode } from '../node';
import { AccountLists } from './accountLists';
import { BlacklistNode } from './blacklistNode';
import { FollowersNode } from './followersNode';
import { TagsNode } from './tagsNode';

/** Followers, tags and blacklist of an account, with the lists that are kept of them. */
export async function listNodes(
  parent: TreeNode,
  account: Account,
  place: { readonly holdsStrays: boolean; readonly followers?: number | undefined },
  sources: HistorySources,
): Promise<TreeNode[]> {
  const lists = await sources.lists();
  const kept = new AccountLists(account.appId, place.holdsStrays, lists);
  await kept.read();
  return [
    new FollowersNode(parent, account.appId, kept, place.followers, sources),
    new TagsNode(parent, account, kept, lists, sources),
    new BlacklistNode(parent, account.appId, kept, sources),
  ];
}
