import { l10n, type QuickPickItem, window } from 'vscode';

import { countText } from '../../ui/texts/formats';
import { Cancelled } from '../../ui/asking/steps';

export interface Cost {
  readonly profiles: number;
  readonly accountName: string;
  readonly calls: number;
  /** Up to so many more. */
  readonly verifyingCalls: number;
}

/**
 * Asks before a large batch, at once: how much is left of the day's quota is added when WeChat tells it, and is a
 * courtesy that may never come.
 * @param remaining the calls left today; undefined where it cannot be had
 * @throws a cancellation
 */
export async function confirmCost(
  { profiles, accountName, calls, verifyingCalls }: Cost,
  remaining: (signal: AbortSignal) => Promise<number | undefined>,
): Promise<void> {
  const fetch: QuickPickItem = {
    label: l10n.t('Fetch'),
    description: l10n.t('About {0} API calls of 100 openids each.', countText(calls)),
    detail: l10n.t(
      "Up to {0} more make sure that no row holds another person's data.",
      countText(verifyingCalls),
    ),
  };
  const box = window.createQuickPick();
  box.title = l10n.t('Fetch {0} profiles with {1}?', countText(profiles), accountName);
  box.placeholder = l10n.t('Asking WeChat how many calls are left today…');
  box.items = [fetch, { label: l10n.t('Cancel') }];
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
          left === undefined
            ? l10n.t('How many calls are left today is not known.')
            : l10n.t('Left of today: {0} calls.', countText(left));
      });
    if ((await answer) !== fetch) throw new Cancelled();
  } finally {
    closed.abort();
    box.dispose();
  }
}
