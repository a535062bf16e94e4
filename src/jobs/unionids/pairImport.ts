import { l10n, window, workspace } from 'vscode';

import { type AccountRegistry, type LearnedPrefixes, usesApi } from '../../accounts';
import { type ImportStore, type LeftOutRow, type PairImport, PairReader, proposePlan } from '../../people';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { Problem } from '../../ui/problems/problem';
import { countText, inARow, timeText } from '../../ui/texts/formats';
import { plainText } from '../../ui/texts/plainText';
import { timeAgo } from '../../ui/texts/timeAgo';
import { orImportProblem } from './importProblem';
import { type PairSource } from './pairSource';
import { leftOutText, reasonText } from './pairTexts';
import { PlanQuestion } from './planQuestion';

/** From a table with pairs to an import that is kept. */
export class PairImporting {
  private readonly question: PlanQuestion;

  constructor(
    private readonly registry: AccountRegistry,
    private readonly prefixes: Pick<LearnedPrefixes, 'accountsOf' | 'looksLikeUnionid'>,
    private readonly imports: () => Promise<ImportStore>,
  ) {
    this.question = new PlanQuestion(registry);
  }

  async run({ table, name: source }: PairSource): Promise<void> {
    const accounts = (await this.registry.all()).map(account => ({
      appId: account.appId,
      takesPartOnly: !usesApi(account),
    }));
    const plan = await this.question.ask(source, await proposePlan(table, accounts, this.prefixes));
    const store = await this.imports();
    const { name, replaced } = await nameFor(source, (await orImportProblem(() => store.imports())).imports);
    const { kept, leftOut } = await withProgress(l10n.t('Importing {0}', source), async (signal, report) => {
      const reader = new PairReader(table, plan, rows =>
        report.report({ message: l10n.t('rows: {0}', countText(rows)) }),
      );
      const added = await orImportProblem(() => store.add({ name, source }, reader, signal));
      return { kept: added, leftOut: [...reader.leftOut] };
    });
    if (kept.counts.pairs + kept.counts.withoutUnionid === 0) {
      await orImportProblem(() => store.remove(kept.id));
      throw nothingFound(kept, leftOut);
    }
    // Only now: where the newer held nothing, or was cancelled, the older stays.
    for (const { id } of replaced) await orImportProblem(() => store.remove(id));
    void tell(kept, leftOut);
  }
}

interface Naming {
  readonly name: string;
  readonly replaced: readonly PairImport[];
}

/** The newer replaces those of the same name only where the user says so. */
async function nameFor(source: string, imports: readonly PairImport[]): Promise<Naming> {
  const wanted = source.trim().slice(0, 150);
  const same = imports.filter(({ name }) => name === wanted);
  const [latest] = same;
  if (!latest) return { name: wanted, replaced: [] };
  const replace = l10n.t('Replace');
  const keepBoth = l10n.t('Keep Both');
  const choice = await window.showWarningMessage(
    l10n.t('Replace the pairs that were imported from {0} before?', plainText(wanted)),
    {
      modal: true,
      detail: l10n.t('Kept: {0} pairs, imported {1}.', countText(latest.counts.pairs), timeAgo(latest.at)),
    },
    replace,
    keepBoth,
  );
  if (choice === replace) return { name: wanted, replaced: same };
  if (choice !== keepBoth) throw new Cancelled();
  const taken = new Set(imports.map(({ name }) => name));
  let number = 2;
  while (taken.has(`${wanted} (${number})`)) number++;
  return { name: `${wanted} (${number})`, replaced: [] };
}

async function tell({ name, counts, inMemory, keptUntil }: PairImport, leftOut: readonly LeftOutRow[]) {
  const sentence = inARow(
    l10n.t('Imported from {0}: {1} pairs.', plainText(name), countText(counts.pairs)),
    counts.withoutUnionid > 0 && l10n.t('Openids without a unionid: {0}.', countText(counts.withoutUnionid)),
    leftOutText(counts),
    inMemory && l10n.t('They are kept in memory until this window closes.'),
    keptUntil !== undefined && l10n.t('They are kept until {0}.', timeText(keptUntil)),
  );
  const showRows = l10n.t('Show Rows Left Out');
  const buttons = leftOut.length > 0 ? [showRows] : [];
  if ((await window.showInformationMessage(sentence, ...buttons)) === showRows) await show(leftOut);
}

function nothingFound({ source, counts }: PairImport, leftOut: readonly LeftOutRow[]): Problem {
  const rows = { label: l10n.t('Show Rows Left Out'), run: () => show(leftOut) };
  return new Problem(
    inARow(
      l10n.t('Nothing was imported from {0}.', plainText(source)),
      leftOutText(counts),
      l10n.t('Import it again and check what each column holds.'),
    ),
    leftOut.length > 0 ? [rows] : [],
  );
}

/** The first of the rows that were left out, each with its number and why. */
async function show(leftOut: readonly LeftOutRow[]): Promise<void> {
  const lines = leftOut.map(({ row, reason, text }) =>
    l10n.t('Row {0}: {1}: {2}', row, reasonText(reason), plainText(text)),
  );
  await window.showTextDocument(await workspace.openTextDocument({ content: `${lines.join('\n')}\n` }));
}
