import { l10n, window } from 'vscode';

import { type Handler } from '../command';
import { type BatchStart } from '../../jobs/batches/batchStart';
import { findOpenids } from '../../openids';
import { hiddenText } from '../../ui/texts/cleaningTexts';
import { selectedText } from '../../ui/files/editorText';

/** `wechatOpenid.lookupSelection`: one openid opens its profile, several run a batch. */
export function lookupSelection(start: BatchStart, lookup: Handler): Handler {
  return async () => {
    const { text, source, firstLine } = selectedText();
    const found = await findOpenids(text);
    const [first, second] = found.openids;
    if (first && !second) {
      const hidden = hiddenText(text, first.openid, found.cleaned);
      if (hidden !== undefined) void window.showInformationMessage(hidden);
      return lookup({ openid: first.openid });
    }
    return start.run({
      found,
      source: l10n.t('Selection in {0}', source),
      ...(firstLine !== undefined && { read: { text, firstLine } }),
    });
  };
}
