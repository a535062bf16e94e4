import { l10n, type QuickPickItem, window } from 'vscode';

import { countText } from '../texts/formats';
import { Cancelled } from './steps';

/**
 * Asks before something that costs calls, at once: how much is left of the day's quota is added when WeChat tells it,
 * and is a courtesy that may never come.
 * @param remaining the calls left today; undefined where it cannot be had
 * @param tellLeft what to say of them
 * @throws a cancellation
 */
export async function pickWithQuota<Item extends QuickPickItem>(
  title: string,
  items: readonly Item[],
  remaining: (signal: AbortSignal) => Promise<number | undefined>,
  tellLeft = (left: number) => l10n.t('Left of today: {0} calls.', countText(left)),
): Promise<Item> {
  const box = window.createQuickPick();
  box.title = title;
  box.placeholder = l10n.t('Asking WeChat how many calls are left today…');
  box.items = [...items, { label: l10n.t('Cancel') }];
  box.ignoreFocusOut = true;
  box.busy = true;
  const closed = new AbortController();
  try {
    const answer = new Promise<QuickPickItem | undefined>(resolve => {
      box.onDidAccept(() => resolve(box.selectedItems[0]));
      box.onDidHide(() => resolve(undefined));
    });
    box.show();
    void remaining(closed.signal)
      .catch(() => undefined)
      .then(left => {
        if (closed.signal.aborted) return;
        box.busy = false;
        box.placeholder =
          left === undefined ? l10n.t('How many calls are left today is not known.') : tellLeft(left);
      });
    const picked = await answer;
    const item = items.find(each => each === picked);
    if (!item) throw new Cancelled();
    return item;
  } finally {
    closed.abort();
    box.dispose();
  }
}
