import { l10n, type QuickPickItem } from 'vscode';

import { type Account, type Clients } from '../../../accounts';
import { pickWithQuota } from '../../../ui/asking/pickWithQuota';
import { countText } from '../../../ui/texts/formats';

/** As many as one call of batchget takes. */
const callSize = 100;
const endpoint = '/cgi-bin/user/info/batchget';

export type RefreshStep = 'all' | 'rest' | 'show';

interface StepItem extends QuickPickItem {
  readonly step: RefreshStep;
}

export interface RefreshCost {
  readonly account: Pick<Account, 'appId' | 'name'>;
  readonly all: number;
  /** Of a refresh that was begun: how many are still to ask; undefined where none was. */
  readonly rest?: number | undefined;
}

/** Asks before calls are spent, and names how many; a refresh that was begun can be gone on with, or shown. */
export async function chooseStep(
  { account, all, rest }: RefreshCost,
  clients: Pick<Clients, 'unattended'>,
  isReady: () => Promise<boolean>,
): Promise<RefreshStep> {
  const callsText = (count: number) =>
    l10n.t('About {0} API calls of 100 openids each.', countText(Math.ceil(count / callSize)));
  const items: StepItem[] = [
    ...(rest !== undefined && rest > 0
      ? [
          {
            step: 'rest' as const,
            label: l10n.t('Go On'),
            description: l10n.t('Still to ask: {0}', countText(rest)),
            detail: callsText(rest),
          },
        ]
      : []),
    {
      step: 'all',
      label: l10n.t('Ask for All Again'),
      description: l10n.t('{0} people', countText(all)),
      detail: callsText(all),
    },
    ...(rest !== undefined
      ? [
          {
            step: 'show' as const,
            label: l10n.t('Show What Has Changed'),
            detail: l10n.t('Asks WeChat nothing.'),
          },
        ]
      : []),
  ];
  const title = l10n.t('Refresh the unionids of {0} people with {1}?', countText(all), account.name);
  const { step } = await pickWithQuota(title, items, async signal => {
    if (!(await isReady())) return undefined;
    return (await clients.unattended(account.appId).quota(endpoint, { signal })).remain;
  });
  return step;
}
