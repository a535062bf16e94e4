import { type Clients, TagListing, type TagNames, type Vault } from '../../accounts';
import { ListStore, type ListStoreOptions } from '../../lists';
import { type ListSources } from '../../tree/node';
import { needsNobody } from '../accounts/readiness';

/** The follower lists that are kept in a folder, and the tags that they may be of. */
export function openLists(
  folder: string,
  options: ListStoreOptions,
  { vault, clients, tagNames }: { vault: Vault; clients: Clients; tagNames: TagNames },
  tagsChanged: (appId: string) => void,
): ListSources {
  return {
    store: new ListStore(folder, options),
    tags: new TagListing(appId => clients.for(appId).tags(), tagNames, tagsChanged),
    isReady: account => needsNobody(account, { vault, clients }),
  };
}
