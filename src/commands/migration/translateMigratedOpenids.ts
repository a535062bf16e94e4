import { l10n, Uri } from 'vscode';

import { type BatchStore } from '../../batch';
import { askForOldOpenids, openidsOfBatch, openidsOfFile } from '../../jobs/migration/oldOpenids';
import { type OldOpenids } from '../../jobs/migration/translation';
import { type TranslationJob } from '../../jobs/migration/translationJob';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.translateMigratedOpenids`: openids of the old account → those of the account it migrated to. */
export function translateMigratedOpenids(
  pick: AccountPicker,
  batches: BatchStore,
  job: TranslationJob,
): Handler {
  return async argument => {
    const old = await oldOpenids(argument, batches);
    // A batch of the old account names that one.
    const { appId } = argument instanceof Uri ? {} : targetOf(argument);
    const account = await pick(
      appId === undefined || isOfBatch(argument) ? undefined : { appId },
      l10n.t('Which account did they migrate to?'),
    );
    await job.start(account, old);
  };
}

async function oldOpenids(argument: unknown, batches: BatchStore): Promise<OldOpenids> {
  if (argument instanceof Uri) return openidsOfFile(argument);
  const { openids, batchId } = targetOf(argument);
  if (openids) return { openids, source: l10n.t('List from another extension') };
  return batchId === undefined ? askForOldOpenids(batches) : openidsOfBatch(batches, batchId);
}

function isOfBatch(argument: unknown): boolean {
  return targetOf(argument).batchId !== undefined;
}
