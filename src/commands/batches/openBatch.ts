import { l10n } from 'vscode';

import { targetOf } from '../arguments';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.openBatch`: the table of a batch, at a person's row where one is named; without any network. */
export function openBatch(
  pick: BatchPicker,
  show: (batchId: string, openid?: string) => Promise<void>,
): Handler {
  return async argument =>
    show(await pick(argument, { placeHolder: l10n.t('Open which batch?') }), targetOf(argument).openid);
}
