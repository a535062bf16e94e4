import { l10n, type Memento } from 'vscode';

import { isUsableName, type SqlDialect } from '../../../people';
import { ask, back, runSteps } from '../../../ui/asking/steps';
import { plainText } from '../../../ui/texts/plainText';

const key = 'sqlNames';

/** A column whose name is asked for. */
export interface NamedColumn {
  /** What the name is remembered by. */
  readonly id: string;
  /** What stands in it, for people. */
  readonly label: string;
  readonly name: string;
}

export interface SqlNames {
  readonly table: string;
  /** In the order of the columns. */
  readonly columns: readonly string[];
}

/** Asks what a table and its columns are called; the names of the last time are proposed. */
export async function askForSqlNames(
  title: string,
  columns: readonly NamedColumn[],
  dialect: SqlDialect,
  memento: Memento,
): Promise<SqlNames> {
  const kept = memento.get<unknown>(key);
  const last = new Map<string, unknown>(
    typeof kept === 'object' && kept !== null ? Object.entries(kept) : [],
  );
  const lastName = (id: string, otherwise: string) => {
    const name = last.get(id);
    return typeof name === 'string' && name !== '' ? name : otherwise;
  };
  const named = await runSteps<SqlNames>({ table: lastName('table', 'users'), columns: [] }, [
    async (names, step, total) => {
      const table = await ask(
        {
          title,
          prompt: l10n.t('Name of the table; a schema may stand before a dot'),
          value: names.table,
          check: text => tableFault(text.trim(), dialect),
        },
        step,
        total,
      );
      return table === back ? back : { ...names, table: table.trim() };
    },
    ...columns.map(
      ({ id, label, name }, index) =>
        async (names: SqlNames, step: number, total: number): Promise<SqlNames | typeof back> => {
          const others = names.columns.filter((_, at) => at < index);
          const answer = await ask(
            {
              title,
              prompt: l10n.t('Name of the column: {0}', plainText(label, 60)),
              value: names.columns[index] ?? lastName(id, name),
              check: text => columnFault(text.trim(), others, dialect),
            },
            step,
            total,
          );
          if (answer === back) return back;
          const kept = [...names.columns];
          kept[index] = answer.trim();
          return { ...names, columns: kept };
        },
    ),
  ]);
  for (const [index, { id }] of columns.entries()) last.set(id, named.columns[index]);
  await memento.update(key, Object.fromEntries(last.set('table', named.table)));
  return named;
}

function tableFault(name: string, dialect: SqlDialect): string | undefined {
  if (name === '') return l10n.t('Type a name.');
  return isUsableName(name, dialect)
    ? undefined
    : l10n.t(
        'The database takes no such name: at most one dot, not that long, and no character for texts only.',
      );
}

function columnFault(name: string, others: readonly string[], dialect: SqlDialect): string | undefined {
  if (name === '') return l10n.t('Type a name.');
  if (name.includes('.')) return l10n.t('The name of a column has no dot.');
  if (!isUsableName(name, dialect))
    return l10n.t('The database takes no such name: it is too long, or has a character for texts only.');
  // MySQL does not tell capitals in names of columns apart.
  return others.some(other => other.toLowerCase() === name.toLowerCase())
    ? l10n.t('Another column has this name already.')
    : undefined;
}
