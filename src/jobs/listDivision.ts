import { l10n, type QuickPickItem, window } from 'vscode';

import { countText } from '../ui/formats';
import { type Account, type AccountRegistry, type LearnedPrefixes } from '../accounts';
import { groupByPrefix, type PrefixCount } from '../openids';
import { Cancelled } from '../ui/steps';
import { type AccountChoice } from './accountChoice';

export interface ListPart {
  readonly account: Account;
  readonly openids: readonly string[];
}

interface DivisionItem extends QuickPickItem {
  parts(): Promise<ListPart[]>;
}

/** Groups beyond these are no accounts but strays. */
const offered = 5;

/**
 * Openids of one account begin alike. A list with several beginnings may mix two accounts or hold unionids, so
 * the user says what to run before anything is asked of WeChat.
 */
export class ListDivision {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly prefixes: LearnedPrefixes,
    private readonly choice: AccountChoice,
  ) {}

  /** @throws a cancellation where the user closes the question */
  async divide(openids: readonly string[], counts: readonly PrefixCount[]): Promise<readonly ListPart[]> {
    const groups = groupByPrefix(openids);
    const owned = await this.ownedParts(groups.map(group => group.openids));
    const commonest = groups[0]?.openids[0] ?? '';
    const all: DivisionItem = {
      label: l10n.t('Run all {0} under one account', countText(openids.length)),
      parts: async () => [{ account: await this.choice.for(commonest), openids }],
    };
    const each: DivisionItem = {
      label: l10n.t('Run each group under its own account'),
      description: owned.map(({ account, openids: own }) => `${account.name}: ${own.length}`).join(', '),
      detail: l10n.t('Groups whose account is not known yet are left out.'),
      parts: () => Promise.resolve(owned),
    };
    const single = groups.slice(0, offered).flatMap(({ prefix, openids: own }): DivisionItem[] => {
      if (prefix === undefined) return [];
      const label = l10n.t('Run only the {0} that begin with {1}', countText(own.length), prefix);
      return [{ label, parts: async () => [{ account: await this.choice.for(own[0] ?? ''), openids: own }] }];
    });
    const picked = await window.showQuickPick([all, ...(owned.length > 1 ? [each] : []), ...single], {
      title: l10n.t('The list may mix accounts or hold unionids'),
      placeHolder: l10n.t(
        'It has {0} different beginnings: {1}',
        countText(counts.length),
        counts
          .slice(0, offered)
          .map(({ prefix, count }) => `${prefix}… (${countText(count)})`)
          .join(', '),
      ),
      ignoreFocusOut: true,
    });
    if (!picked) throw new Cancelled();
    return picked.parts();
  }

  /** The groups whose account is known, by account. */
  private async ownedParts(groups: readonly (readonly string[])[]): Promise<ListPart[]> {
    const accounts = await this.registry.all();
    const parts = await Promise.all(
      groups.map(async openids => {
        const owner = await this.prefixes.accountOf(openids[0] ?? '');
        const account = accounts.find(({ appId }) => appId === owner);
        return account && { account, openids };
      }),
    );
    return parts.filter(part => part !== undefined);
  }
}
