import { l10n, type QuickPickItem, window } from 'vscode';

import { type SqlDialect } from '../../../people';
import { Cancelled } from '../../../ui/asking/steps';

/** As what a mapping is written, before tables and columns have their names. */
export type ChosenFormat =
  | { readonly kind: 'csv' | 'json' | 'ndjson' }
  | { readonly kind: 'insert'; readonly dialect: SqlDialect }
  | { readonly kind: 'update'; readonly dialect: SqlDialect };

interface FormatItem extends QuickPickItem {
  readonly format: ChosenFormat;
}

const databases: readonly (readonly [SqlDialect, string])[] = [
  ['mysql', 'MySQL'],
  ['postgresql', 'PostgreSQL'],
];

export async function chooseFormat(): Promise<ChosenFormat> {
  const items: FormatItem[] = [
    { format: { kind: 'csv' }, label: 'CSV', description: l10n.t('for Excel, Numbers and WPS') },
    { format: { kind: 'json' }, label: 'JSON', description: l10n.t('one array') },
    { format: { kind: 'ndjson' }, label: 'NDJSON', description: l10n.t('one object per line') },
    ...databases.flatMap(([dialect, name]): FormatItem[] => [
      {
        format: { kind: 'insert', dialect },
        label: l10n.t('SQL INSERT for {0}', name),
        description: l10n.t('new rows of a table'),
      },
      {
        format: { kind: 'update', dialect },
        label: l10n.t('SQL UPDATE for {0}', name),
        description: l10n.t('rows that are there already'),
      },
    ]),
  ];
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Export in which format?'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.format;
}

export function endingOf({ kind }: ChosenFormat): string {
  return kind === 'insert' || kind === 'update' ? 'sql' : kind;
}
