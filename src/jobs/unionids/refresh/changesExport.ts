import { l10n, type Memento, type QuickPickItem, window } from 'vscode';

import {
  type ChangesFormat,
  type RefreshedKind,
  type SqlDialect,
  type UnionidChanges,
  writeChanges,
} from '../../../people';
import { askForTarget, offerToOpen } from '../../../ui/asking/exportTarget';
import { withProgress } from '../../../ui/asking/progress';
import { Cancelled } from '../../../ui/asking/steps';
import { writeText } from '../../../ui/files/writeText';
import { countText } from '../../../ui/texts/formats';
import { personsData } from '../../../ui/texts/personsData';
import { askForSqlNames } from '../mapping/sqlNames';
import { partLabel } from './refreshedTexts';

interface FormatItem extends QuickPickItem {
  readonly format: 'csv' | 'json' | 'ndjson' | SqlDialect;
}

/** Old and new unionids as a file, or as what brings a database up to date. */
export class ChangesExport {
  constructor(private readonly memento: Memento) {}

  async run(changes: UnionidChanges, kind: RefreshedKind, accountName: string): Promise<void> {
    const count = changes.count(kind);
    const format = await this.format(changes, kind);
    const go = l10n.t('Export');
    const choice = await window.showWarningMessage(
      l10n.t('Export {0}?', personsData(count)),
      { modal: true, detail: l10n.t('The file is yours to keep safe: nothing here deletes it.') },
      go,
    );
    if (choice !== go) throw new Cancelled();
    const ending = format.kind === 'update' ? 'sql' : format.kind;
    const target = await askForTarget(`${accountName}-unionids-${partLabel(kind)}-${count}`, ending);
    await withProgress(l10n.t('Exporting rows: {0}', countText(count)), signal =>
      writeText(target, writeChanges(changes, kind, format, signal), signal),
    );
    void offerToOpen(target);
  }

  private async format(changes: UnionidChanges, kind: RefreshedKind): Promise<ChangesFormat> {
    // Who has none now is not overwritten: that nobody follows any more makes nobody another person.
    const isSql = kind === 'changed' || kind === 'given';
    const sql = (dialect: SqlDialect, name: string): FormatItem => ({
      format: dialect,
      label: l10n.t('SQL UPDATE for {0}', name),
      description: l10n.t('the new unionid in rows that are there already'),
    });
    const items: FormatItem[] = [
      ...(isSql ? [sql('mysql', 'MySQL'), sql('postgresql', 'PostgreSQL')] : []),
      { format: 'csv', label: 'CSV', description: l10n.t('for Excel, Numbers and WPS') },
      { format: 'json', label: 'JSON', description: l10n.t('one array') },
      { format: 'ndjson', label: 'NDJSON', description: l10n.t('one object per line') },
    ];
    const picked = await window.showQuickPick(items, {
      placeHolder: l10n.t('Export in which format?'),
      ignoreFocusOut: true,
    });
    if (!picked) throw new Cancelled();
    const { format } = picked;
    if (format !== 'mysql' && format !== 'postgresql') return { kind: format };
    return this.update(format, await findsByOpenid(changes, kind));
  }

  private async update(dialect: SqlDialect, byOpenid: boolean): Promise<ChangesFormat> {
    const columns = [
      { id: 'unionid', label: l10n.t('UnionID'), name: 'unionid' },
      ...(byOpenid ? [{ id: 'openid', label: l10n.t('OpenID'), name: 'openid' }] : []),
    ];
    const names = await askForSqlNames(l10n.t('Refresh UnionIDs'), columns, dialect, this.memento);
    const [unionid = '', openid] = names.columns;
    return { kind: 'update', dialect, table: names.table, unionid, openid };
  }
}

/** By the old unionid only where that tells the new one: rows would be given to somebody else otherwise. */
async function findsByOpenid(changes: UnionidChanges, kind: RefreshedKind): Promise<boolean> {
  if (kind !== 'changed' || !changes.oldTellsNew) return true;
  const items = [
    { label: l10n.t('By openid'), detail: 'UPDATE … SET unionid = new WHERE openid = …', byOpenid: true },
    {
      label: l10n.t('By the old unionid'),
      detail: 'UPDATE … SET unionid = new WHERE unionid = old',
      byOpenid: false,
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Refresh UnionIDs'),
    placeHolder: l10n.t('How are the rows found that are to be updated?'),
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.byOpenid;
}
