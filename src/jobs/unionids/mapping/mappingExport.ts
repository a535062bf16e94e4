import { l10n, type Memento, window, workspace } from 'vscode';

import { type AccountRegistry } from '../../../accounts';
import {
  accountsOf,
  countPersons,
  type ImportStore,
  type MappingColumn,
  type MappingContent,
  type MappingFormat,
  mappingRows,
  type MappingRow,
  selectPersons,
  type UnionidSource,
  writeMapping,
  type WrittenMapping,
} from '../../../people';
import { askForTarget } from '../../../ui/asking/exportTarget';
import { type Report, withProgress } from '../../../ui/asking/progress';
import { Cancelled } from '../../../ui/asking/steps';
import { writeText } from '../../../ui/files/writeText';
import { Hint } from '../../../ui/problems/problem';
import { type Problems } from '../../../ui/problems/problems';
import { countText, inARow } from '../../../ui/texts/formats';
import { personsData } from '../../../ui/texts/personsData';
import { plainText } from '../../../ui/texts/plainText';
import { orImportProblem } from '../importProblem';
import { type SharedIndex } from '../sharedIndex';
import { chooseContents, contentId } from './columnChoice';
import { columnNames } from './columnNames';
import { chooseFormat, endingOf } from './formatChoice';
import { choosePlatform } from './platformChoice';
import { chooseScope } from './scopeChoice';
import { askForSqlNames } from './sqlNames';

/** What a page shows, and wants to be exported. */
export interface WantedMapping {
  /** The beginning of unionids. */
  readonly platform?: string | undefined;
  /** AppIDs of the accounts that are to have a column. */
  readonly accounts?: readonly string[] | undefined;
  /** Only these people, in this order. */
  readonly unionids?: UnionidSource | undefined;
}

/** Writes who is who, across accounts, to a file of the user's. */
export class MappingExport {
  constructor(
    private readonly known: Pick<SharedIndex, 'people'>,
    private readonly imports: () => Promise<ImportStore>,
    private readonly registry: Pick<AccountRegistry, 'all'>,
    private readonly memento: Memento,
    private readonly problems: Pick<Problems, 'show'>,
  ) {}

  /** Everything is asked before anything is written. */
  async run({ platform: wanted, accounts, unionids }: WantedMapping): Promise<void> {
    const names = new Map((await this.registry.all()).map(({ appId, name }) => [appId, name]));
    const nameOf = (appId: string) => names.get(appId) ?? appId;
    const title = l10n.t('Putting together who is who');
    const people = await withProgress(title, signal => this.known.people(signal));
    const platform = await choosePlatform(people, nameOf, wanted);
    const { beginning } = platform;
    const imports = await this.imports();
    const keys = await keysOf(imports, platform.appIds);
    const contents = await chooseContents(platform, keys, nameOf, this.memento, accounts);
    const appIds = accountsOf(contents.map(content => ({ content })));
    const selection =
      unionids && (await withProgress(title, signal => selectPersons(people, beginning, unionids, signal)));
    const inAllAccounts = !selection && (await chooseScope(people, beginning, appIds));
    const { columns, format } = await this.form(contents, nameOf);
    const options = { beginning, columns, inAllAccounts, only: selection?.persons };
    const persons = await countPersons(people, { ...options, appIds });
    if (persons === 0) throw new Hint(l10n.t('Nobody is in these accounts, so nothing was exported.'));
    await confirm(persons, columns, selection?.unknown ?? 0);
    const target = await askForTarget(`mapping-${beginning}-${persons}`, endingOf(format));
    const written = await withProgress(
      l10n.t('Exporting {0}', personsData(persons)),
      async (signal, report) => {
        const counts: WrittenMapping = { rows: 0, leftOut: 0 };
        const rows = told(mappingRows(people, imports, { ...options, signal }), report);
        await orImportProblem(() => writeText(target, writeMapping(rows, columns, format, counts), signal));
        return counts;
      },
    );
    const message = inARow(
      l10n.t(
        'Exported to {0}: {1}. Rows: {2}.',
        workspace.asRelativePath(target),
        personsData(persons),
        countText(written.rows),
      ),
      written.leftOut > 0 &&
        l10n.t('Left out, since nothing is known to find or to set: {0} rows.', countText(written.leftOut)),
    );
    const open = l10n.t('Open File');
    void Promise.resolve(window.showInformationMessage(message, open))
      .then(choice => (choice === open ? window.showTextDocument(target) : undefined))
      .catch((error: unknown) => this.problems.show(error));
  }

  private async form(
    contents: readonly MappingContent[],
    nameOf: (appId: string) => string,
  ): Promise<{ columns: readonly MappingColumn[]; format: MappingFormat }> {
    const names = columnNames(contents, nameOf);
    const named = (of: readonly string[]) =>
      contents.map((content, index): MappingColumn => ({ name: of[index] ?? '', content }));
    const format = await chooseFormat();
    if (format.kind !== 'insert' && format.kind !== 'update') return { columns: named(names), format };
    const title = l10n.t('Export Mapping');
    const wanted = contents.map((content, index) => ({
      id: contentId(content),
      label: labelOf(content, nameOf),
      name: names[index] ?? '',
    }));
    const { table, columns } = await askForSqlNames(title, wanted, format.dialect, this.memento);
    if (format.kind === 'insert')
      return { columns: named(columns), format: { ...format, kind: 'insert', table } };
    const by = await chooseKey(
      columns,
      wanted.map(({ label }) => label),
    );
    return { columns: named(columns), format: { ...format, kind: 'update', table, by } };
  }
}

/** Business keys that came with openids of these accounts. */
async function keysOf(imports: ImportStore, appIds: readonly string[]): Promise<string[]> {
  const all = (await orImportProblem(() => imports.imports())).imports;
  const own = all.filter(({ accounts }) => accounts.some(appId => appIds.includes(appId)));
  return [...new Set(own.flatMap(({ keys }) => keys))];
}

async function chooseKey(columns: readonly string[], labels: readonly string[]): Promise<string> {
  if (columns.length < 2)
    throw new Hint(l10n.t('An UPDATE needs two columns: one that finds the row, and one to set.'));
  const items = columns.map((label, index) => ({ label, description: plainText(labels[index] ?? '', 60) }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Export Mapping'),
    placeHolder: l10n.t('Which column finds the row that is to be updated?'),
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.label;
}

/** Openids and unionids are personal data: nobody is to write a file of them without having read how many. */
async function confirm(persons: number, columns: readonly MappingColumn[], unknown: number): Promise<void> {
  const go = l10n.t('Export');
  const choice = await window.showWarningMessage(
    l10n.t('Export {0}?', personsData(persons)),
    {
      modal: true,
      detail: inARow(
        l10n.t('Columns: {0}.', columns.map(({ name }) => plainText(name, 60)).join(' · ')),
        unknown > 0 && l10n.t('Not known here any more, left out: {0}.', countText(unknown)),
        l10n.t('The file is yours to keep safe: nothing here deletes it.'),
      ),
    },
    go,
  );
  if (choice !== go) throw new Cancelled();
}

async function* told(
  rows: AsyncIterable<readonly MappingRow[]>,
  report: Report,
): AsyncGenerator<readonly MappingRow[]> {
  let count = 0;
  for await (const portion of rows) {
    count += portion.length;
    report.report({ message: l10n.t('rows: {0}', countText(count)) });
    yield portion;
  }
}

function labelOf(content: MappingContent, nameOf: (appId: string) => string): string {
  switch (content.kind) {
    case 'unionid':
      return l10n.t('UnionID');
    case 'openid':
      return l10n.t('OpenID of {0}', nameOf(content.appId));
    case 'key':
      return content.name;
  }
}
