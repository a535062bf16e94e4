import { l10n, Uri } from 'vscode';

import { type KeptPeople } from '../../jobs/lists/keptPeople';
import { askForOldOpenids, openidsOfFile } from '../../jobs/migration/oldOpenids';
import { type OldOpenids } from '../../jobs/migration/translation';
import { type TranslationJob } from '../../jobs/migration/translationJob';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.translateMigratedOpenids`: openids of the old account → those of the account it migrated to. */
export function translateMigratedOpenids(
  pick: AccountPicker,
  kept: KeptPeople,
  job: TranslationJob,
): Handler {
  return async argument => {
    const old = await oldOpenids(argument, kept);
    // A list or batch of the old account names that one.
    const { appId } = argument instanceof Uri ? {} : targetOf(argument);
    const account = await pick(
      appId === undefined || isOfOld(argument) ? undefined : { appId },
      l10n.t('Which account did they migrate to?'),
    );
    await job.start(account, old);
  };
}

async function oldOpenids(argument: unknown, kept: KeptPeople): Promise<OldOpenids> {
  if (argument instanceof Uri) return openidsOfFile(argument);
  const { openids, batchId, listId } = targetOf(argument);
  if (openids) return { openids, source: l10n.t('List from another extension') };
  if (listId !== undefined) return kept.ofList(listId);
  return batchId === undefined ? askForOldOpenids(kept) : kept.ofBatch(batchId, 'all');
}

function isOfOld(argument: unknown): boolean {
  const { batchId, listId } = targetOf(argument);
  return batchId !== undefined || listId !== undefined;
}
