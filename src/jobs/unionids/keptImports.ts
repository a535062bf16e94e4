import { type ImportStore } from '../../people';
import { type KeptOfAccounts } from '../history/historyRemoval';
import { orImportProblem } from './importProblem';

/** Imports as a part of accounts' history: one that holds openids of several accounts is of each of them. */
export function keptImports(store: () => Promise<ImportStore>): KeptOfAccounts {
  return {
    keptOf: appId =>
      orImportProblem(async () => {
        const { imports } = await (await store()).imports();
        return imports.filter(({ accounts }) => accounts.includes(appId)).map(({ id }) => id);
      }),
    async removeAll(ids) {
      const kept = await store();
      const removals = await Promise.allSettled(ids.map(id => orImportProblem(() => kept.remove(id))));
      const refused = removals.find(each => each.status === 'rejected');
      if (refused) throw refused.reason;
    },
  };
}
