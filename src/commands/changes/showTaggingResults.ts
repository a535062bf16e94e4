import { l10n, type QuickPickItem, window } from 'vscode';

import { type TagRun, type TagRunStore } from '../../changes';
import { type TagJob } from '../../jobs/changes/tagJob';
import { countsText, runTitle } from '../../jobs/changes/taggingTexts';
import { Hint } from '../../ui/problems/problem';
import { itemText } from '../../ui/texts/plainText';
import { timeAgo } from '../../ui/texts/timeAgo';
import { Cancelled } from '../../ui/asking/steps';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

interface RunItem extends QuickPickItem {
  readonly tagging: TagRun;
}

/** `wechatOpenid.showTaggingResults`: what became of people that were tagged, to be gone on with or taken back. */
export function showTaggingResults(runs: () => Promise<TagRunStore>, job: TagJob): Handler {
  return async argument => {
    const { appId } = targetOf(argument);
    const all = await (await runs()).runs();
    const items = all
      .filter(({ head }) => appId === undefined || head.appId === appId)
      .map((tagging): RunItem => ({
        tagging,
        label: itemText(runTitle(tagging)),
        description: `${itemText(tagging.head.accountName)} · ${timeAgo(tagging.head.startedAt)}`,
        detail: countsText(tagging),
      }));
    if (items.length === 0) throw new Hint(l10n.t('Nobody was tagged in Lens yet. Run "Tag People…" first.'));
    const picked = await window.showQuickPick(items, {
      placeHolder: l10n.t('Show the results of which tagging?'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) throw new Cancelled();
    await job.show(picked.tagging);
  };
}
