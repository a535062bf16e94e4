import { l10n } from 'vscode';

import { type WalkJob } from '../../jobs/lists/walkJob';
import { Hint } from '../../ui/problems/problem';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

/** `wechatOpenid.resumeList`: goes on with a walk where it ended, without asking for what is kept already. */
export function resumeList(pick: ListPicker, job: Pick<WalkJob, 'run'>): Handler {
  return async argument => {
    const list = await pick(argument, {
      placeHolder: l10n.t('Resume which list?'),
      none: l10n.t('Every list is complete: there is nothing to resume.'),
      fits: ({ isComplete, isWalked }) => !isComplete && !isWalked,
    });
    if (list.isComplete) throw new Hint(l10n.t('This list is complete: there is nothing to resume.'));
    return job.run(list);
  };
}
