import { l10n } from 'vscode';

import { type Handler } from './command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.openBatch`: the table of a batch, without any network. */
export function openBatch(pick: BatchPicker, show: (batchId: string) => void): Handler {
  return async argument => show(await pick(argument, { placeHolder: l10n.t('Open which batch?') }));
}
