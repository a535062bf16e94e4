import { l10n, type QuickPickItem, type Uri, window } from 'vscode';

import { openSheet, openTable, type Table } from '../../people';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { activeFile, nameOf, selectedText } from '../../ui/files/editorText';
import { isWorkbook, readTexts } from '../../ui/files/readTexts';
import { Hint } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { itemText } from '../../ui/texts/plainText';

/** A table with pairs, and what it is called. */
export interface PairSource {
  readonly table: Table;
  readonly name: string;
}

interface SourceItem extends QuickPickItem {
  readonly read: () => Promise<PairSource>;
}

/** From the palette: the selection, the editor in front, or a file. */
export async function askForPairs(): Promise<PairSource> {
  const editor = window.activeTextEditor;
  const file = activeFile();
  const items: SourceItem[] = [];
  if (editor && !editor.selection.isEmpty)
    items.push({
      label: l10n.t('The selection in {0}', nameOf(editor.document)),
      read: () => {
        const { text, source } = selectedText();
        return pairsInText(text, source);
      },
    });
  if (editor) {
    const source = nameOf(editor.document);
    items.push({
      label: l10n.t('All of {0}', source),
      read: () => pairsInText(editor.document.getText(), source),
    });
  } else if (file) {
    items.push({ label: l10n.t('All of {0}', fileName(file)), read: () => pairsOfFile(file) });
  }
  const choose: SourceItem = { label: l10n.t('Choose a file…'), read: chooseFile };
  if (items.length === 0) return choose.read();
  const picked = await window.showQuickPick([...items, choose], {
    placeHolder: l10n.t('Where are the pairs?'),
  });
  if (!picked) throw new Cancelled();
  return picked.read();
}

/** @throws {Problem} where it has no rows */
export async function pairsOfFile(uri: Uri): Promise<PairSource> {
  const name = fileName(uri);
  const tables = await withProgress(l10n.t('Reading {0}', name), async signal => {
    const found: Table[] = [];
    for await (const text of readTexts(uri)) {
      signal.throwIfAborted();
      const table = isWorkbook(uri) ? openSheet(text) : await openTable(text);
      if (table) found.push(table);
    }
    return found;
  });
  const [only, second] = tables;
  if (!only) throw noRows(name);
  return { table: second ? await pickSheet(tables, name) : only, name };
}

async function pairsInText(text: string, name: string): Promise<PairSource> {
  const table = await withProgress(l10n.t('Reading {0}', name), () => openTable(text));
  if (!table) throw noRows(name);
  return { table, name };
}

async function pickSheet(tables: readonly Table[], name: string): Promise<Table> {
  const items = tables.map((table, index) => ({
    table,
    label: l10n.t('Sheet {0}', countText(index + 1)),
    description: itemText(table.columns.join(' · '), 120),
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Which sheet of {0} holds the pairs?', name),
  });
  if (!picked) throw new Cancelled();
  return picked.table;
}

async function chooseFile(): Promise<PairSource> {
  const [uri] =
    (await window.showOpenDialog({
      openLabel: l10n.t('Import Pairs'),
      filters: {
        [l10n.t('Files with openids and unionids')]: [
          ...['csv', 'tsv', 'txt', 'json', 'jsonc', 'jsonl', 'ndjson', 'sql', 'xlsx'],
        ],
        [l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  if (!uri) throw new Cancelled();
  return pairsOfFile(uri);
}

function fileName(uri: Uri): string {
  return uri.path.split('/').pop() ?? uri.path;
}

function noRows(name: string): Hint {
  return new Hint(
    l10n.t(
      'There are no rows in {0}. Pairs are read from CSV, TSV, JSON, SQL INSERT statements and Excel: a unionid and openids in each row.',
      name,
    ),
  );
}
