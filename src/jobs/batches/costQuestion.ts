import { l10n } from 'vscode';

import { pickWithQuota } from '../../ui/asking/pickWithQuota';
import { countText } from '../../ui/texts/formats';

export interface Cost {
  readonly profiles: number;
  readonly accountName: string;
  readonly calls: number;
  /** Up to so many more. */
  readonly verifyingCalls: number;
}

/**
 * Asks before a large batch, and names what it costs.
 * @param remaining the calls left today; undefined where it cannot be had
 * @throws a cancellation
 */
export async function confirmCost(
  { profiles, accountName, calls, verifyingCalls }: Cost,
  remaining: (signal: AbortSignal) => Promise<number | undefined>,
): Promise<void> {
  const fetch = {
    label: l10n.t('Fetch'),
    description: l10n.t('About {0} API calls of 100 openids each.', countText(calls)),
    detail: l10n.t(
      "Up to {0} more make sure that no row holds another person's data.",
      countText(verifyingCalls),
    ),
  };
  const title = l10n.t('Fetch {0} profiles with {1}?', countText(profiles), accountName);
  await pickWithQuota(title, [fetch], remaining);
}
