import { l10n, type QuickPickItem, window } from 'vscode';

import { type Account, type AccountRegistry, type LearnedPrefixes, usesApi } from '../../accounts';
import { groupByPrefix, type PrefixGroup } from '../../openids';
import { countText } from '../../ui/texts/formats';
import { CallRefused } from '../../ui/problems/problem';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { type AccountChoice } from '../accounts/accountChoice';
import { commonFailure, type EveryAccount } from '../people/everyAccount';

export interface ListPart {
  readonly account: Account;
  readonly openids: readonly string[];
}

interface DivisionItem extends QuickPickItem {
  /** Undefined where the list has to be divided once more. */
  parts(): Promise<readonly ListPart[] | undefined>;
}

/** What is known of a list: which account gets what, and the groups that no account is known for. */
interface Division {
  readonly parts: readonly ListPart[];
  readonly unknown: readonly PrefixGroup[];
}

/** Groups beyond these are no accounts but strays. */
const offered = 5;

/** Owners of beginnings that asking has told and that nothing was learned from. */
type Told = Map<string, Account>;

/**
 * Openids of one account begin alike. A list with several beginnings is divided by the accounts that they are known to
 * belong to. Where one is not, it may be another account's, or the list holds unionids: the user says what to run, or
 * every account is asked about one openid of each such beginning.
 */
export class ListDivision {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly prefixes: LearnedPrefixes,
    private readonly choice: AccountChoice,
    private readonly every: EveryAccount,
  ) {}

  /** @throws a cancellation where the user closes the question */
  async divide(
    openids: readonly string[],
    { quiet = false }: { readonly quiet?: boolean } = {},
  ): Promise<readonly ListPart[]> {
    const groups = groupByPrefix(openids);
    const told: Told = new Map();
    for (let mayAsk = true; ; mayAsk = false) {
      const division = await this.known(openids, groups, told);
      if (division.unknown.length === 0) return division.parts;
      if (quiet) throw ambiguous(division.unknown);
      const parts = await this.question(openids, groups, division, mayAsk ? told : undefined);
      if (parts) return parts;
    }
  }

  private async question(
    openids: readonly string[],
    groups: readonly PrefixGroup[],
    { parts, unknown }: Division,
    told: Told | undefined,
  ): Promise<readonly ListPart[] | undefined> {
    const accounts = await this.callers();
    const asked = unknown.slice(0, offered);
    const every: DivisionItem = {
      label: `$(search) ${l10n.t('Ask every account')}`,
      description: l10n.t(
        '{0} API calls: one openid of each unknown beginning',
        countText(asked.length * accounts.length),
      ),
      parts: async () => {
        if (told) await this.askEvery(asked, accounts, told);
        return undefined;
      },
    };
    const all: DivisionItem = {
      label: l10n.t('Run all {0} under one account', countText(openids.length)),
      parts: async () => [await this.part(groups[0]?.openids[0] ?? '', openids)],
    };
    const left = unknown.reduce((sum, group) => sum + group.openids.length, 0);
    const each: DivisionItem = {
      label: l10n.t('Run each group under its own account'),
      description: parts
        .map(({ account, openids: own }) => `${account.name}: ${countText(own.length)}`)
        .join(', '),
      detail: l10n.t('Openids left out, as their account is not known yet: {0}.', countText(left)),
      parts: () => Promise.resolve(parts),
    };
    const single = groups.slice(0, offered).flatMap(({ prefix, openids: own }): DivisionItem[] => {
      if (prefix === undefined) return [];
      const label = l10n.t('Run only the {0} that begin with {1}', countText(own.length), prefix);
      return [{ label, parts: async () => [await this.part(own[0] ?? '', own)] }];
    });
    const items = [
      ...(told && accounts.length > 1 ? [every] : []),
      all,
      ...(parts.length > 1 ? [each] : []),
      ...single,
    ];
    const beginnings = groups.filter(({ prefix }) => prefix !== undefined);
    const picked = await window.showQuickPick(items, {
      title: l10n.t('The list may mix accounts or hold unionids'),
      placeHolder: l10n.t(
        'It has {0} different beginnings: {1}',
        countText(beginnings.length),
        beginnings
          .slice(0, offered)
          .map(({ prefix, openids: own }) => `${prefix ?? ''}… (${countText(own.length)})`)
          .join(', '),
      ),
      ignoreFocusOut: true,
    });
    if (!picked) throw new Cancelled();
    return picked.parts();
  }

  /** A Mini Program that only takes part in joins can be asked about nobody. */
  private async callers(): Promise<Account[]> {
    return (await this.registry.all()).filter(usesApi);
  }

  private async part(openid: string, openids: readonly string[]): Promise<ListPart> {
    return { account: (await this.choice.for(openid)).account, openids };
  }

  /** A follower teaches the prefix; who is only "not following" decides for this list. */
  private async askEvery(
    groups: readonly PrefixGroup[],
    accounts: readonly Account[],
    told: Told,
  ): Promise<void> {
    const title = l10n.t('Asking {0} accounts about the list', countText(accounts.length));
    const verdicts = await withProgress(title, signal =>
      Promise.all(groups.map(({ openids }) => this.every.ask(openids[0] ?? '', accounts, signal))),
    );
    for (const [index, verdict] of verdicts.entries()) {
      const prefix = groups[index]?.prefix;
      if (verdict.kind === 'one' && prefix !== undefined) told.set(prefix, verdict.word.account);
    }
    const failure = commonFailure(
      verdicts.flatMap(verdict => (verdict.kind === 'none' ? verdict.words : [])),
    );
    if (failure && told.size === 0) throw failure;
  }

  /** The groups whose account is known, those of one account together. */
  private async known(
    openids: readonly string[],
    groups: readonly PrefixGroup[],
    told: Told,
  ): Promise<Division> {
    const accounts = await this.callers();
    const parts = new Map<Account, Set<string>>();
    const unknown: PrefixGroup[] = [];
    for (const group of groups) {
      const { prefix, openids: members } = group;
      const owner =
        prefix === undefined
          ? // What begins like nothing else is mistyped or no openid, which any account can tell.
            [...parts.keys()][0]
          : ((await this.prefixes.ownerOf(members[0] ?? '', accounts))?.account ?? told.get(prefix));
      if (!owner) unknown.push(group);
      else {
        const own = parts.get(owner) ?? new Set();
        for (const member of members) own.add(member);
        parts.set(owner, own);
      }
    }
    return {
      // In the order of the list: rows of a table stand as they were asked for.
      parts: [...parts].map(([account, own]) => ({
        account,
        openids: openids.filter(each => own.has(each)),
      })),
      unknown,
    };
  }
}

function ambiguous(unknown: readonly PrefixGroup[]): CallRefused {
  return new CallRefused(
    'ambiguousAccount',
    l10n.t(
      'The list holds openids whose account is not known ({0}). Name one in "appId".',
      unknown
        .slice(0, offered)
        .map(({ prefix }) => `${prefix ?? ''}…`)
        .join(', '),
    ),
  );
}
