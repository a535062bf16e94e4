import assert from 'node:assert/strict';
import { Selection, type TextEditor, window, workspace } from 'vscode';

import { selectedText } from '../../../../src/ui/files/editorText';

const openids = [
  'oAbCd1aaaaaaaaaaaaaaaaaaaaaa',
  'oAbCd1bbbbbbbbbbbbbbbbbbbbbb',
  'oAbCd1cccccccccccccccccccccc',
];

describe('text that is meant in an editor', () => {
  let editor: TextEditor;

  before(async () => {
    const content = openids.map(openid => `user ${openid} did it`).join('\n');
    editor = await window.showTextDocument(await workspace.openTextDocument({ content }));
  });

  const at = (line: number, from: number, to = from) => new Selection(line, from, line, to);

  it('is the openid under each cursor', () => {
    editor.selections = [at(0, 10), at(2, 10)];
    assert.equal(selectedText().text, `${openids[0]}\n${openids[2]}`);
  });

  it('is what is selected, and the openids under the other cursors', () => {
    editor.selections = [at(0, 0, 11), at(1, 10)];
    assert.equal(selectedText().text, `user oAbCd1\n${openids[1]}`);
  });

  it('is nothing where no cursor is at an openid', () => {
    editor.selections = [at(0, 1), at(1, 1)];
    assert.throws(selectedText, /no openid under any of the cursors/);
  });
});
