import { l10n, type QuickPickItem, type Uri, window } from 'vscode';

import { findOpenids } from '../../openids';
import { Cancelled } from '../../ui/asking/steps';
import { withProgress } from '../../ui/asking/progress';
import { nameOf, selectedText } from '../../ui/files/editorText';
import { readTexts } from '../../ui/files/readTexts';
import { Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { type KeptPeople } from '../lists/keptPeople';
import { type OldOpenids } from './translation';

interface SourceItem extends QuickPickItem {
  readonly read: () => Promise<OldOpenids>;
}

/** Asks where the openids of the old account are: in the selection, an editor, a file, or a list or batch that is kept. */
export async function askForOldOpenids(kept: KeptPeople): Promise<OldOpenids> {
  const editor = window.activeTextEditor;
  const items: SourceItem[] = [];
  if (editor && !editor.selection.isEmpty) {
    const { text, source } = selectedText();
    items.push({ label: l10n.t('The selection in {0}', source), read: () => openidsIn(text, source) });
  }
  if (editor) {
    const source = nameOf(editor.document);
    items.push({
      label: l10n.t('All of {0}', source),
      read: () => openidsIn(editor.document.getText(), source),
    });
  }
  items.push({ label: `$(file) ${l10n.t('Choose a File…')}`, read: chooseFile });
  items.push(...(await kept.sources('all')));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Where are the openids of the old account?'),
  });
  if (!picked) throw new Cancelled();
  return picked.read();
}

export async function openidsOfFile(uri: Uri): Promise<OldOpenids> {
  const source = uri.path.split('/').pop() ?? uri.path;
  const texts: string[] = [];
  for await (const text of readTexts(uri)) texts.push(text);
  const [text, second] = texts;
  return second === undefined ? openidsIn(text ?? '', source) : openidsIn(texts.join('\n'), source);
}

async function openidsIn(text: string, source: string): Promise<OldOpenids> {
  const { openids } = await withProgress(l10n.t('Looking for openids in {0}', source), signal =>
    findOpenids(text, { signal }),
  );
  if (openids.length === 0) throw new Problem(l10n.t('There is no openid in {0}.', source), [], 'noOpenid');
  void window.setStatusBarMessage(l10n.t('openids: {0}', countText(openids.length)), 3000);
  return { openids: openids.map(({ openid }) => openid), source, text };
}

async function chooseFile(): Promise<OldOpenids> {
  const [uri] = (await window.showOpenDialog({ openLabel: l10n.t('Look for OpenIDs') })) ?? [];
  if (!uri) throw new Cancelled();
  return openidsOfFile(uri);
}
