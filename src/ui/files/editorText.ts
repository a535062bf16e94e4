import { l10n, type Position, TabInputText, type TextDocument, type Uri, window } from 'vscode';

import { openidAt } from '../../openids';
import { Hint, Problem } from '../problems/problem';

/** Text taken from an editor, with a name for it. */
export interface EditorText {
  readonly text: string;
  readonly source: string;
  /** The number of the line in which the text begins, from 1; missing where it is of several places. */
  readonly firstLine?: number;
}

/**
 * What the user means in the active editor: each selection, and the openid under each cursor that selects nothing.
 * Output panels, diff editors and notebook cells are editors too.
 * @throws {Problem} where there is nothing to take
 */
export function selectedText(): EditorText {
  const editor = window.activeTextEditor;
  if (!editor) throw withoutEditor();
  const { document, selections } = editor;
  const texts = selections.map(selection =>
    selection.isEmpty ? openidUnder(document, selection.active) : document.getText(selection),
  );
  const found = texts.filter(text => text !== undefined);
  const [only] = selections;
  if (found.length > 0)
    return {
      text: found.join('\n'),
      source: nameOf(document),
      ...(selections.length === 1 && only && { firstLine: only.start.line + 1 }),
    };
  throw new Hint(
    selections.length > 1
      ? l10n.t('There is no openid under any of the cursors. Select one or more openids and try again.')
      : l10n.t(
          'Nothing is selected and no openid is under the cursor. Select one or more openids and try again.',
        ),
  );
}

/** The file of the active tab: VS Code makes no document of a file above 50 MB, though the tab shows it. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText ? input.uri : undefined;
}

export function nameOf(document: TextDocument): string {
  return document.uri.path.split('/').pop() ?? document.uri.path;
}

function openidUnder(document: TextDocument, { line, character }: Position): string | undefined {
  return openidAt(document.lineAt(line).text, character)?.openid;
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
