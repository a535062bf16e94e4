import { l10n, TabInputText, type TextDocument, type TextEditor, type Uri, window } from 'vscode';

import { openidAt } from '../openids';
import { Hint, Problem } from './problem';

/** Text taken from an editor, with a name for it. */
export interface EditorText {
  readonly text: string;
  readonly source: string;
  /** The number of the line in which the text begins, from 1; missing where it is of several places. */
  readonly firstLine?: number;
}

/**
 * What the user selected in the active editor: all its selections, or the openid under the cursor. Output
 * panels, diff editors and notebook cells are editors too.
 * @throws {Problem} where there is nothing to take
 */
export function selectedText(): EditorText {
  const editor = window.activeTextEditor;
  if (!editor) throw withoutEditor();
  const { document } = editor;
  const selected = editor.selections.filter(selection => !selection.isEmpty);
  if (selected.length > 0) {
    return {
      text: selected.map(selection => document.getText(selection)).join('\n'),
      source: nameOf(document),
      ...(selected.length === 1 && selected[0] && { firstLine: selected[0].start.line + 1 }),
    };
  }
  const openid = openidUnderCursor(editor);
  if (openid === undefined) {
    throw new Hint(
      l10n.t(
        'Nothing is selected and no openid is under the cursor. Select one or more openids and try again.',
      ),
    );
  }
  return { text: openid, source: nameOf(document) };
}

/** The file of the active tab: VS Code makes no document of a file above 50 MB, though the tab shows it. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText ? input.uri : undefined;
}

export function nameOf(document: TextDocument): string {
  return document.uri.path.split('/').pop() ?? document.uri.path;
}

function openidUnderCursor(editor: TextEditor): string | undefined {
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  return openidAt(line.text, selection.active.character)?.openid;
}

function withoutEditor(): Problem {
  const file = activeFile();
  return new Problem(
    file
      ? l10n.t(
          'This file is too large for VS Code to hand its text to extensions. Right-click it in the Explorer and choose "Fetch Profiles from List…".',
        )
      : l10n.t('No text editor is active. Open a file, select one or more openids, and try again.'),
  );
}
