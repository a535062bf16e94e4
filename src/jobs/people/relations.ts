import { type AccountRegistry, type LearnedPrefixes, type LookupHistory } from '../../accounts';
import { type BatchStore, noAccount } from '../../batch';
import { type RelationSource } from '../../panels';

/** What is known about an openid from earlier answers, without asking WeChat. */
export function relationsFrom(
  registry: AccountRegistry,
  learned: () => Promise<LearnedPrefixes>,
  lookups: LookupHistory,
  batches: BatchStore,
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
      return {
        samePerson: samePerson.flat(),
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
