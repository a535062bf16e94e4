import { l10n, type QuickPickItem, window } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { type ColumnMeaning, type PlannedColumn, planProblem, type ProposedColumn } from '../../people';
import { Cancelled } from '../../ui/asking/steps';
import { itemText } from '../../ui/texts/plainText';
import { askForPartner } from './partnerEntry';
import { meaningText, planProblemText, signText } from './pairTexts';

interface PlanItem extends QuickPickItem {
  /** A column to correct, or what goes on. */
  readonly leadsTo: number | 'import' | 'nothing';
}

interface MeaningItem extends QuickPickItem {
  readonly meaning: ColumnMeaning | 'newAccount';
}

const longestExamples = 200;

/** Shows what each column was taken for, until the user goes on with a plan that can be read by. */
export class PlanQuestion {
  constructor(private readonly registry: Pick<AccountRegistry, 'all' | 'find' | 'add'>) {}

  /** @throws {Cancelled} */
  async ask(name: string, proposed: readonly ProposedColumn[]): Promise<readonly PlannedColumn[]> {
    const plan = [...proposed];
    for (;;) {
      const nameOf = await this.names();
      const picked = await window.showQuickPick(itemsOf(plan, nameOf), {
        title: l10n.t('Import UnionID Pairs from {0}', itemText(name, 60)),
        placeHolder: l10n.t('Pick a column to say what it holds'),
        matchOnDescription: true,
        ignoreFocusOut: true,
      });
      if (!picked) throw new Cancelled();
      if (picked.leadsTo === 'import') return plan;
      const column = picked.leadsTo === 'nothing' ? undefined : plan[picked.leadsTo];
      if (!column || picked.leadsTo === 'nothing') continue;
      const meaning = await this.meaningOf(column, plan);
      if (meaning) plan[picked.leadsTo] = { ...column, meaning, sign: 'none' };
    }
  }

  /** Undefined where the box was closed: the column stays what it is. */
  private async meaningOf(
    { name, examples }: ProposedColumn,
    plan: readonly PlannedColumn[],
  ): Promise<ColumnMeaning | undefined> {
    const nameOf = await this.names();
    const accounts = await this.registry.all();
    const hasAppIds = plan.some(({ meaning }) => meaning.kind === 'appId');
    const meanings: readonly ColumnMeaning[] = [
      { kind: 'unionid' },
      ...accounts.map(({ appId }) => ({ kind: 'openid' as const, of: { kind: 'account' as const, appId } })),
      ...(hasAppIds ? [{ kind: 'openid' as const, of: { kind: 'row' as const } }] : []),
      { kind: 'appId' },
      { kind: 'key' },
      { kind: 'leaveOut' },
    ];
    const items = meanings.map((meaning): MeaningItem => {
      const appId = meaning.kind === 'openid' && meaning.of.kind === 'account' ? meaning.of.appId : undefined;
      return {
        meaning,
        label: itemText(meaningText(meaning, nameOf)),
        ...(appId !== undefined && { description: appId }),
        ...(meaning.kind === 'key' && {
          detail: l10n.t(
            'Your own id of the person, such as a user ID. Kept on this machine and found by it.',
          ),
        }),
      };
    });
    const more: MeaningItem = {
      meaning: 'newAccount',
      label: l10n.t('OpenID of another account…'),
      detail: l10n.t('A Mini Program or app that takes part without API: its AppID and a name are enough.'),
    };
    const picked = await window.showQuickPick([...items, more], {
      title: l10n.t('What does "{0}" hold?', itemText(name, 60)),
      placeHolder: itemText(shown(examples), 100),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (picked?.meaning !== 'newAccount') return picked?.meaning;
    const appId = await askForPartner(this.registry);
    return appId === undefined ? undefined : { kind: 'openid', of: { kind: 'account', appId } };
  }

  private async names(): Promise<(appId: string) => string> {
    const names = new Map((await this.registry.all()).map(({ appId, name }) => [appId, name]));
    return appId => names.get(appId) ?? appId;
  }
}

function itemsOf(plan: readonly ProposedColumn[], nameOf: (appId: string) => string): PlanItem[] {
  const problem = planProblem(plan);
  const goOn: PlanItem = problem
    ? {
        leadsTo: 'column' in problem ? problem.column : 'nothing',
        label: `$(warning) ${l10n.t('Not ready yet')}`,
        detail: itemText(planProblemText(problem, plan)),
      }
    : { leadsTo: 'import', label: `$(check) ${l10n.t('Import')}` };
  const columns = plan.map(({ name, meaning, sign, examples }, index): PlanItem => ({
    leadsTo: index,
    label: itemText(name, 60),
    description: [itemText(meaningText(meaning, nameOf)), signText(sign)].filter(Boolean).join(' · '),
    detail: itemText(shown(examples), longestExamples),
  }));
  return [goOn, ...columns];
}

/** The first rows' values; what a row has none of is marked. */
function shown(examples: readonly string[]): string {
  return examples.map(example => (example === '' ? '–' : example)).join(' · ');
}
