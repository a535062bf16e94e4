import { l10n, type QuickPickItem, Uri, window } from 'vscode';

import { type BatchRequest, type BatchStart } from '../../jobs/batches/batchStart';
import { findOpenids, type FoundOpenids, gatherOpenids, mergeFound } from '../../openids';
import { activeFile, nameOf, selectedText } from '../../ui/files/editorText';
import { withProgress } from '../../ui/asking/progress';
import { checkTotalSize } from '../../ui/files/readText';
import { isWorkbook, readTexts } from '../../ui/files/readTexts';
import { Cancelled } from '../../ui/asking/steps';
import { isQuiet, missing, targetOf } from '../arguments';
import { type Handler } from '../command';

interface SourceItem extends QuickPickItem {
  find(): Promise<BatchRequest>;
}

/** `wechatOpenid.batchFetch`: `uri`, `uris[]` or `{ openids?, text?, appId?, show? }` → `{ id, counts }`. */
export function batchFetch(start: Pick<BatchStart, 'run'>): Handler {
  return async (argument, more) => {
    const uris = isQuiet(argument) ? [] : urisOf(argument, more);
    if (uris.length > 0) return start.run(await findInFiles(uris));
    const { openids, text, appId, show } = targetOf(argument);
    const options = { ...(appId !== undefined && { appId }), ...(show !== undefined && { show }) };
    const source = l10n.t('List from another extension');
    if (openids) return start.run({ found: gatherOpenids(openids), source, ...options });
    const quiet = show === false;
    if (text !== undefined)
      return start.run({ found: await searchText(l10n.t('a list'), text, quiet), source, ...options });
    if (quiet) throw missing('missingList', 'openids');
    return start.run({ ...(await askForSource()), ...options });
  };
}

/** The Explorer passes the clicked file and, with a multiple selection, all of it. */
function urisOf(argument: unknown, more: unknown): readonly Uri[] {
  const list: readonly unknown[] = Array.isArray(more)
    ? more
    : Array.isArray(argument)
      ? argument
      : [argument];
  return list.filter(item => item instanceof Uri);
}

async function findInFiles(uris: readonly Uri[]): Promise<BatchRequest> {
  const names = uris.map(uri => uri.path.split('/').pop() ?? uri.path);
  const source =
    names.length > 3 ? l10n.t('{0} and {1} more', names[0] ?? '', names.length - 1) : names.join(', ');
  const found = await search(source, async signal => {
    await checkTotalSize(uris.filter(uri => !isWorkbook(uri)));
    const parts: FoundOpenids[] = [];
    // One after the other, so that only one text is in memory.
    for (const uri of uris) {
      for await (const text of readTexts(uri)) parts.push(await findOpenids(text, { signal }));
    }
    return mergeFound(parts);
  });
  return { found, source };
}

function search(
  source: string,
  find: (signal: AbortSignal) => Promise<FoundOpenids>,
  quiet = false,
): Promise<FoundOpenids> {
  return withProgress(l10n.t('Looking for openids in {0}', source), find, { quiet });
}

function searchText(source: string, text: string, quiet = false): Promise<FoundOpenids> {
  return search(source, signal => findOpenids(text, { signal }), quiet);
}

/** From the palette: the selection, the whole editor, or files. */
async function askForSource(): Promise<BatchRequest> {
  const editor = window.activeTextEditor;
  const file = activeFile();
  const items: SourceItem[] = [];
  if (editor && !editor.selection.isEmpty) {
    items.push({
      label: l10n.t('The selection in {0}', nameOf(editor.document)),
      find: async () => {
        const { text, source, firstLine } = selectedText();
        const found = await searchText(source, text);
        return { found, source, ...(firstLine !== undefined && { read: { text, firstLine } }) };
      },
    });
  }
  if (editor) {
    const source = nameOf(editor.document);
    items.push({
      label: l10n.t('All of {0}', source),
      find: async () => {
        const text = editor.document.getText();
        return { found: await searchText(source, text), read: { text, firstLine: 1 }, source };
      },
    });
  } else if (file) {
    items.push({
      label: l10n.t('All of {0}', file.path.split('/').pop() ?? ''),
      find: () => findInFiles([file]),
    });
  }
  const files: SourceItem = { label: l10n.t('Choose files…'), find: chooseFiles };
  if (items.length === 0) return files.find();
  const picked = await window.showQuickPick([...items, files], {
    placeHolder: l10n.t('Where are the openids?'),
  });
  if (!picked) throw new Cancelled();
  return picked.find();
}

async function chooseFiles(): Promise<BatchRequest> {
  const uris = await window.showOpenDialog({
    canSelectMany: true,
    openLabel: l10n.t('Look for OpenIDs'),
    filters: {
      [l10n.t('Lists of openids')]: [
        'json',
        'jsonc',
        'jsonl',
        'ndjson',
        'csv',
        'tsv',
        'txt',
        'log',
        'sql',
        'xml',
        'js',
        'xlsx',
      ],
      [l10n.t('All files')]: ['*'],
    },
  });
  if (!uris || uris.length === 0) throw new Cancelled();
  return findInFiles(uris);
}
