import path from 'node:path';
import * as v from 'valibot';

import { type Batch, BatchStore } from '../../../src/batch';
import { type SimulatedAccount } from '../../wechat';

const Row = v.looseObject({ openid: v.string() });

/** A batch of the past in the storage of a window's user, made without any network: 100 000 rows take seconds. */
export async function storeBatch(
  storageFolder: string,
  account: SimulatedAccount,
  { openids, source }: { readonly openids: readonly string[]; readonly source: string },
): Promise<Batch> {
  const store = new BatchStore(path.join(storageFolder, 'batches'), { retentionDays: () => 30 });
  const { appId, name: accountName } = account;
  const batch = await store.create({ appId, accountName, source, openids, lang: 'zh_CN' });
  const rowOf = (openid: string) => v.parse(Row, JSON.parse(account.row(openid)));
  const client = {
    userInfo: (openid: string) => Promise.resolve(rowOf(openid)),
    batchGet: (asked: readonly string[]) => Promise.resolve(asked.map(rowOf)),
  };
  await store.run(batch, client, { concurrency: 1, signal: new AbortController().signal });
  return batch;
}
