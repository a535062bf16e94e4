import { commands as vscodeCommands, l10n } from 'vscode';

import { type Account } from '../../../accounts';
import { type Batch } from '../../../batch';
import { commands } from '../../../manifest';
import {
  type People,
  type RefreshedAnswer,
  type RefreshedKind,
  type UnionidChanges,
  unionidChanges,
} from '../../../people';
import { type Panels, type ShownComparison } from '../../../panels';
import {
  type ComparedPart,
  type ComparedPartView,
  type ComparedRowView,
  type ComparisonView,
} from '../../../protocol/views/comparisonView';
import { byHand } from '../../../ui/asking/byHand';
import { withProgress } from '../../../ui/asking/progress';
import { type Problems } from '../../../ui/problems/problems';
import { countText, timeText } from '../../../ui/texts/formats';
import { tamed } from '../../../ui/texts/tamed';
import { type ChangesExport } from './changesExport';
import { partExplanation, partLabel } from './refreshedTexts';

/** The parts of the page of comparisons that show each kind. */
const parts: readonly (readonly [ComparedPart, RefreshedKind])[] = [
  ['changed', 'changed'],
  ['came', 'given'],
  ['left', 'gone'],
  ['stayed', 'same'],
  ['onlyAfter', 'without'],
  ['onlyBefore', 'open'],
];

/** Old and new unionids of a refresh, on the page of comparisons. */
export class RefreshedPage {
  constructor(
    private readonly panels: Pick<Panels, 'comparisons'>,
    private readonly exporting: Pick<ChangesExport, 'run'>,
    private readonly problems: Pick<Problems, 'show'>,
  ) {}

  /** @param people as they were known when the refresh was begun, or read since */
  async show(people: People, account: Account, batches: readonly Batch[]): Promise<void> {
    const since = Math.min(...batches.map(batch => batch.refreshedAt ?? batch.startedAt));
    const changes = await withProgress(l10n.t('Comparing unionids'), signal =>
      unionidChanges(people, account.appId, since, answersOf(batches, since), signal),
    );
    const comparisons = await this.panels.comparisons();
    comparisons.show(`unionids ${batches[0]?.id ?? ''}`, this.shown(changes, account, batches, since));
  }

  private shown(
    changes: UnionidChanges,
    account: Account,
    batches: readonly Batch[],
    since: number,
  ): ShownComparison {
    const kindOf = (part: ComparedPart) => parts.find(([each]) => each === part)?.[1] ?? 'changed';
    return {
      view: viewOf(changes, account, batches, since),
      rows: (part, from, count) => changes.rows(kindOf(part), from, count).map(rowOf),
      open: async openid => {
        const batchId = batches.find(batch => batch.indexOf(openid) !== undefined)?.id;
        await vscodeCommands.executeCommand(commands.openProfile, byHand({ batchId, openid }));
      },
      export: part =>
        this.exporting
          .run(changes, kindOf(part), account.name)
          .catch((error: unknown) => this.problems.show(error)),
    };
  }
}

function* answersOf(batches: readonly Batch[], since: number): Generator<RefreshedAnswer> {
  for (const batch of batches)
    for (const [index, openid] of batch.openids.entries()) {
      const outcome = batch.outcomeAt(index);
      // It was called wrong before, and not asked for again.
      if (!outcome || (outcome.kind === 'invalid' && (batch.answeredAt(index) ?? 0) < since)) continue;
      const unionid = 'profile' in outcome ? outcome.profile?.['unionid'] : undefined;
      const isOpen = outcome.kind === 'pending' || batch.isToAskAgain(index);
      const answeredAt = isOpen ? undefined : batch.answeredAt(index);
      yield { openid, kind: outcome.kind, unionid, answeredAt };
    }
}

function viewOf(
  changes: UnionidChanges,
  account: Account,
  batches: readonly Batch[],
  since: number,
): ComparisonView {
  const title = l10n.t('UnionIDs of {0}', tamed(account.name));
  const sources = [...new Set(batches.map(({ source }) => tamed(source)))];
  return {
    title,
    origin: [account.name, account.appId],
    earlier: { name: l10n.t('Known before'), facts: [timeText(since)] },
    later: { name: l10n.t('As WeChat answers now'), facts: sources },
    parts: parts.flatMap(([part, kind]): ComparedPartView[] => {
      const count = changes.count(kind);
      if (count === 0 && kind !== 'changed') return [];
      const shown = kind === 'same' ? 0 : count;
      return [{ part, label: partLabel(kind), count, shown, explanation: partExplanation(kind) }];
    }),
    fields: [],
    notes: notesOn(changes),
  };
}

/** What the counts say, and what is to be done then. */
function notesOn(changes: UnionidChanges): string[] {
  const [changed, same, open] = [changes.count('changed'), changes.count('same'), changes.count('open')];
  return [
    ...(changed === 0 ? [l10n.t('No unionid has changed.')] : []),
    ...(changed > same && changed >= 10
      ? [
          l10n.t(
            'Nearly all have changed, as they do when the account is bound to another Open Platform account: refresh the other accounts that were moved with it, and import the pairs of Mini Programs and apps anew.',
          ),
        ]
      : []),
    ...(changed > 0 && changed <= same
      ? [
          l10n.t(
            'Only some have changed, which a change of the Open Platform account does not do: rows of an earlier import or answer may have shifted.',
          ),
        ]
      : []),
    ...(open > 0
      ? [l10n.t('Of {0} people there is no answer yet: nothing is said of them.', countText(open))]
      : []),
  ];
}

function rowOf({ openid, before, after }: ReturnType<UnionidChanges['rows']>[number]): ComparedRowView {
  const text = (unionid: string | undefined) => unionid ?? l10n.t('none');
  return {
    openid,
    changes: before === after ? [] : [{ field: l10n.t('UnionID'), before: text(before), after: text(after) }],
  };
}
