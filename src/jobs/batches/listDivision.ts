import { l10n, type QuickPickItem, window } from 'vscode';

import { type Account, type AccountRegistry, type LearnedPrefixes, usesApi } from '../../accounts';
import { groupByPrefix, type PrefixCount, type PrefixGroup } from '../../openids';
import { countText } from '../../ui/formats';
import { Cancelled } from '../../ui/steps';
import { type AccountChoice } from '../credentials/accountChoice';

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
    const owned = await this.ownedParts(openids, groups);
    const left = openids.length - owned.reduce((sum, part) => sum + part.openids.length, 0);
    // An account may have openids of several beginnings.
    if (owned.length < 2 && left === 0) return owned;
    const commonest = groups[0]?.openids[0] ?? '';
    const all: DivisionItem = {
      label: l10n.t('Run all {0} under one account', countText(openids.length)),
      parts: async () => [{ account: await this.choice.for(commonest), openids }],
    };
    const each: DivisionItem = {
      label: l10n.t('Run each group under its own account'),
      description: owned
        .map(({ account, openids: own }) => `${account.name}: ${countText(own.length)}`)
        .join(', '),
      ...(left > 0 && {
        detail: l10n.t('Openids left out, as their account is not known yet: {0}.', countText(left)),
      }),
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

  /** The groups whose account is known, those of one account together. */
  private async ownedParts(openids: readonly string[], groups: readonly PrefixGroup[]): Promise<ListPart[]> {
    const accounts = (await this.registry.all()).filter(usesApi);
    const parts = new Map<Account, Set<string>>();
    for (const { prefix, openids: members } of groups) {
      const owner = prefix === undefined ? undefined : await this.prefixes.accountOf(members[0] ?? '');
      const account = accounts.find(({ appId }) => appId === owner);
      if (account) parts.set(account, new Set([...(parts.get(account) ?? []), ...members]));
    }
    // In the order of the list: rows of a table stand as they were asked for.
    return [...parts].map(([account, own]) => ({ account, openids: openids.filter(each => own.has(each)) }));
  }
}
