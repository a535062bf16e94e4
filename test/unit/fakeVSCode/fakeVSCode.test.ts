import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fakeWindow, useFakeVSCode } from '../../fakeVSCode';
import { behavesAsVSCode } from '../../fakeVSCode/specification';
import * as fake from '../../fakeVSCode/vscode';

type Real = typeof vscode;

/** The compiler holds the fake against VS Code's own types. */
export const typed = {
  commands: fake.commands satisfies Partial<Real['commands']>,
  env: fake.env satisfies Partial<{ [Name in keyof Real['env']]: Partial<Real['env'][Name]> }>,
  l10n: fake.l10n satisfies Partial<Real['l10n']>,
  window: fake.window satisfies Pick<
    Real['window'],
    | 'createInputBox'
    | 'createQuickPick'
    | 'setStatusBarMessage'
    | 'showErrorMessage'
    | 'showInformationMessage'
    | 'showInputBox'
    | 'showOpenDialog'
    | 'showQuickPick'
    | 'showSaveDialog'
    | 'showWarningMessage'
    | 'withProgress'
  >,
  workspace: fake.workspace satisfies Pick<
    Real['workspace'],
    | 'asRelativePath'
    | 'getConfiguration'
    | 'onDidChangeConfiguration'
    | 'registerFileSystemProvider'
    | 'workspaceFolders'
  >,
  fs: fake.workspace.fs satisfies Partial<Real['workspace']['fs']>,
};

describe('the fake of VS Code', () => {
  useFakeVSCode();
  behavesAsVSCode();
});

describe('the person in front of the fake', () => {
  const { person } = useFakeVSCode();

  it('takes the button that a test names', async () => {
    person.chooses(/Remove/, 'Yes');
    assert.equal(await vscode.window.showWarningMessage('Remove it?', { modal: true }, 'Yes', 'No'), 'Yes');
    const item = { title: 'Keep', isCloseAffordance: true };
    person.closes('Sure?');
    assert.equal(await vscode.window.showWarningMessage('Sure?', { modal: true }, item), item);
    assert.deepEqual(fakeWindow.messages, ['Remove it?', 'Sure?']);
  });

  it('leaves a notification alone unless a test says otherwise', async () => {
    assert.equal(await vscode.window.showInformationMessage('Done.', 'Open'), undefined);
  });

  it('types again where a text is refused, and sees why', async () => {
    person.types('Name?', '', 'Ada');
    const box = vscode.window.createInputBox();
    box.prompt = 'Name?';
    const answered = new Promise(resolve => {
      box.onDidChangeValue(text => (box.validationMessage = text === '' ? 'Type a name.' : undefined));
      box.onDidAccept(() => box.value !== '' && resolve(box.value));
    });
    box.show();
    assert.equal(await answered, 'Ada');
    assert.deepEqual(fakeWindow.shown[0]?.notes, ['Type a name.']);
  });

  it('picks what is listed for what was typed', async () => {
    person.chooses('Which?', 'b', 'search');
    const pick = vscode.window.createQuickPick();
    pick.placeholder = 'Which?';
    pick.items = [{ label: 'a' }];
    pick.onDidChangeValue(() => (pick.items = [{ label: 'b' }]));
    const accepted = new Promise(resolve => pick.onDidAccept(() => resolve(pick.selectedItems[0]?.label)));
    pick.show();
    assert.equal(await accepted, 'b');
  });

  it('is told of each question that no test foresaw, and of each answer that nobody wanted', async () => {
    await vscode.window.showWarningMessage('Sure?', { modal: true }, 'Yes');
    assert.throws(() => person.check(), /Nobody answers:\nSure\?\n\[Yes\]/);
    person.chooses('Sure?', 'Yes');
    assert.throws(() => person.check(), /Nobody asked: Sure\?/);
    person.chooses('Sure?', 'Maybe');
    await vscode.window.showWarningMessage('Sure?', { modal: true }, 'Yes');
    assert.throws(() => person.check(), /There is no “Maybe”, only “Yes”/);
    person.check();
  });
});
