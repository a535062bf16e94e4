import { type AccountRegistry, type LearnedPrefixes, type LookupHistory } from '../../accounts';
import { type BatchStore, noAccount } from '../../batch';
import { type RelationSource } from '../../panels';
import { type SharedIndex } from '../unionids/sharedIndex';

/** What is known about an openid from earlier answers, without asking WeChat. */
export function relationsFrom(
  registry: AccountRegistry,
  learned: () => Promise<LearnedPrefixes>,
  lookups: LookupHistory,
  batches: BatchStore,
  index: () => Promise<Pick<SharedIndex, 'current'>> = () => Promise.resolve({ current: undefined }),
): RelationSource {
  return {
    async people(openid, appId, unionid) {
      const prefixes = await learned();
      const others = (await registry.all()).filter(account => account.appId !== appId);
      const owners = await prefixes.accountsOf(openid);
      const samePerson = await Promise.all(
        others.map(async account => {
          const recent = unionid === undefined ? [] : await lookups.recent(account.appId);
          return recent
            .filter(({ outcome }) => 'profile' in outcome && outcome.profile?.['unionid'] === unionid)
            .map(({ outcome }) => ({
              openid: outcome.openid,
              appId: account.appId,
              accountName: account.name,
            }));
        }),
      );
      // Batches and imports count where people were put together, not recent lookups alone.
      const people = unionid === undefined ? undefined : (await index()).current;
      const known = people?.byUnionid(unionid ?? '')?.accounts ?? [];
      const found = new Map(samePerson.flat().map(each => [`${each.appId} ${each.openid}`, each]));
      for (const each of known) {
        const account = others.find(({ appId: other }) => other === each.appId);
        if (account)
          found.set(`${each.appId} ${each.openid}`, {
            openid: each.openid,
            appId: each.appId,
            accountName: account.name,
          });
      }
      return {
        samePerson: [...found.values()],
        hasIndex: people !== undefined,
        likelyOwners: others
          .filter(account => owners.includes(account.appId))
          .map(account => ({ openid, appId: account.appId, accountName: account.name })),
        looksLikeUnionid: await prefixes.looksLikeUnionid(openid),
      };
    },

    async lists(openid, appId) {
      if (appId === noAccount) return [];
      const holding = await batches.holding(openid, appId);
      return holding.map(({ id, source, startedAt }) => ({ batchId: id, source, startedAt }));
    },
  };
}
