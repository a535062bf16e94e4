import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as names from './api/names';

/**
 * What code and tests rely on of `vscode`: the host suite asks it of VS Code, the unit suite of the fake, so that the
 * fake never stands for something else.
 */
export function behavesAsVSCode(): void {
  describe('texts', () => {
    it('fill their places by number, by name, and leave open what nothing fills', () => {
      assert.equal(vscode.l10n.t('{0} of {1}, {0}', 1, 'two'), '1 of two, 1');
      assert.equal(vscode.l10n.t('{who} left', { who: 'Ada' }), 'Ada left');
      assert.equal(vscode.l10n.t('{0} of {1}', 0), '0 of {1}');
      assert.equal(vscode.l10n.t('{0}', '{1}'), '{1}');
      assert.equal(vscode.l10n.t({ message: '{0}, ', args: ['a'], comment: 'a separator' }), 'a, ');
    });

    it('become Markdown that shows them as they are', () => {
      const card = new vscode.MarkdownString('**b** ').appendText('a*b\n<i> [x](y)');
      assert.equal(card.value, String.raw`**b** a\*b` + '\n\n' + String.raw`<i\>&nbsp;\[x\]\(y\)`);
      assert.equal(card.appendMarkdown('*').value.at(-1), '*');
      assert.deepEqual([card.isTrusted, card.supportThemeIcons], [undefined, false]);
      const code = new vscode.MarkdownString().appendCodeblock('1', 'json');
      assert.equal(code.value, '\n```json\n1\n```\n');
    });
  });

  describe('events', () => {
    it('reach whoever still listens, in the order of their coming', () => {
      const emitter = new vscode.EventEmitter<number>();
      const heard: string[] = [];
      const kept: vscode.Disposable[] = [];
      const first = emitter.event(value => heard.push(`first ${value}`));
      emitter.event(
        function (this: unknown, value) {
          heard.push(`${String(this)} ${value}`);
        },
        'second',
        kept,
      );
      emitter.fire(1);
      first.dispose();
      emitter.fire(2);
      assert.equal(kept.length, 1);
      vscode.Disposable.from(...kept).dispose();
      emitter.fire(3);
      assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
    });

    it('reach nobody once their source is gone', () => {
      const emitter = new vscode.EventEmitter<void>();
      emitter.event(() => assert.fail('nobody is told'));
      emitter.dispose();
      emitter.fire();
    });

    it('of a cancellation reach those who come late, but not at once', async () => {
      const source = new vscode.CancellationTokenSource();
      const heard: string[] = [];
      source.token.onCancellationRequested(() => heard.push('early'));
      assert.equal(source.token.isCancellationRequested, false);
      source.cancel();
      source.cancel();
      assert.equal(source.token.isCancellationRequested, true);
      await new Promise<void>(resolve => {
        source.token.onCancellationRequested(() => resolve(void heard.push('late')));
        heard.push('asked');
      });
      assert.deepEqual(heard, ['early', 'asked', 'late']);
    });

    it('of an end come once', () => {
      let ended = 0;
      const one = new vscode.Disposable(() => ended++);
      vscode.Disposable.from(one, { dispose: () => ended++ }).dispose();
      one.dispose();
      assert.equal(ended, 2);
    });
  });

  it('addresses keep their parts', () => {
    const list = vscode.Uri.joinPath(vscode.Uri.file('/a b'), '..', 'c', '名单.json');
    assert.deepEqual([list.scheme, list.path, list.fsPath], ['file', '/c/名单.json', '/c/名单.json']);
    assert.equal(vscode.Uri.file('/a b').toString(), 'file:///a%20b');
    const page = vscode.Uri.parse('https://example.com/x?y=1#z');
    assert.deepEqual([page.authority, page.query, page.fragment], ['example.com', 'y=1', 'z']);
    assert.equal(page.toString(true), 'https://example.com/x?y=1#z');
    assert.equal(vscode.Uri.from({ scheme: 'untitled', path: 'a' }).with({ path: 'b' }).path, 'b');
    assert.ok(page instanceof vscode.Uri);
  });

  it('names stand for VS Code’s numbers', () => {
    for (const [name, numbers] of Object.entries(names)) {
      const real: unknown = vscode[name as keyof typeof names];
      for (const [member, value] of Object.entries(numbers))
        assert.equal((real as Record<string, unknown>)[member], value, `${name}.${member}`);
    }
  });

  it('items of trees have what they were given', () => {
    const item = new vscode.TreeItem('Ada', vscode.TreeItemCollapsibleState.Collapsed);
    assert.deepEqual([item.label, item.collapsibleState, item.tooltip], ['Ada', 1, undefined]);
    assert.equal(new vscode.TreeItem('Bo').collapsibleState, 0);
    const icon = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    assert.deepEqual([icon.id, icon.color?.id], ['pass', 'testing.iconPassed']);
  });

  describe('commands', () => {
    it('get their arguments and give their result', async () => {
      const command = vscode.commands.registerCommand('lens.test.sum', (a: number, b: number) => a + b);
      assert.equal(await vscode.commands.executeCommand('lens.test.sum', 1, 2), 3);
      command.dispose();
      await assert.rejects(async () => vscode.commands.executeCommand('lens.test.sum'), /not found/);
    });

    it('have one handler, whose failure is the caller’s', async () => {
      const fail = () => Promise.reject(new Error('no luck'));
      const command = vscode.commands.registerCommand('lens.test.fail', fail);
      assert.throws(() => vscode.commands.registerCommand('lens.test.fail', fail), /already exists/);
      await assert.rejects(async () => vscode.commands.executeCommand('lens.test.fail'), /no luck/);
      command.dispose();
    });

    it('set contexts', async () => {
      await vscode.commands.executeCommand('setContext', 'lens.test', true);
    });
  });

  it('settings are those of package.json until the user changes them', async () => {
    const section = () => vscode.workspace.getConfiguration('wechatOpenid');
    assert.equal(section().get('confirmAbove'), 1000);
    assert.equal(vscode.workspace.getConfiguration().get('wechatOpenid.confirmAbove'), 1000);
    assert.deepEqual([section().has('confirmAbove'), section().has('noSuchThing')], [true, false]);
    assert.equal(section().get('noSuchThing', 7), 7);
    const affected: boolean[] = [];
    const listening = vscode.workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration('wechatOpenid.confirmAbove')) return;
      affected.push(
        change.affectsConfiguration('wechatOpenid'),
        change.affectsConfiguration('wechatOpenid.con'),
      );
    });
    await section().update('confirmAbove', 5, vscode.ConfigurationTarget.Global);
    const inspected = section().inspect('confirmAbove');
    assert.deepEqual([inspected?.globalValue, inspected?.defaultValue], [5, 1000]);
    assert.equal(section().get('confirmAbove'), 5);
    await section().update('confirmAbove', undefined, vscode.ConfigurationTarget.Global);
    assert.equal(section().get('confirmAbove'), 1000);
    listening.dispose();
    assert.deepEqual(affected, [true, false, true, false]);
  });

  it('documents know their lines and offsets', async () => {
    const content = 'one\r\ntwo\nthree';
    const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    assert.deepEqual(
      [document.lineCount, document.lineAt(1).text, document.languageId],
      [3, 'two', 'plaintext'],
    );
    const two = new vscode.Range(1, 0, 1, 3);
    assert.equal(document.getText(two), 'two');
    const position = document.positionAt(document.offsetAt(two.end));
    assert.deepEqual([position.line, position.character], [1, 3]);
  });

  it('selections have a direction, ranges have none', () => {
    const back = new vscode.Selection(2, 5, 1, 3);
    assert.deepEqual([back.start.line, back.end.line, back.active.line, back.anchor.line], [1, 2, 1, 2]);
    assert.equal(back.isEmpty, false);
    const [a, b] = [new vscode.Position(0, 4), new vscode.Position(0, 1)];
    assert.equal(new vscode.Range(a, b).start.character, 1);
    assert.equal(new vscode.Selection(a, a).isEmpty, true);
  });

  it('files that are missing are said to be missing, and bytes are decoded as asked', async () => {
    const missing = vscode.Uri.file('/no/such/file');
    await assert.rejects(async () => vscode.workspace.fs.readFile(missing), { code: 'FileNotFound' });
    await assert.rejects(async () => vscode.workspace.fs.stat(missing), vscode.FileSystemError);
    const bytes = Uint8Array.from([0xb1, 0xb8, 0xd7, 0xa2]);
    assert.equal(await vscode.workspace.decode(bytes, { encoding: 'gb18030' }), '备注');
  });

  it('texts are encoded as asked, with a mark where the encoding has one', async () => {
    const encoded = async (encoding: string) =>
      Buffer.from(await vscode.workspace.encode('备', { encoding })).toString('hex');
    assert.equal(await encoded('utf8'), 'e5a487');
    assert.equal(await encoded('utf8bom'), 'efbbbfe5a487');
    assert.equal(await encoded('utf16le'), 'fffe0759');
    assert.equal(await encoded('utf16be'), 'feff5907');
    assert.equal(await encoded('gb18030'), 'b1b8');
  });

  it('progress ends as its work does, and is not cancelled by itself', async () => {
    const options = { location: vscode.ProgressLocation.Notification, title: 'Test', cancellable: true };
    const result = await vscode.window.withProgress(options, (report, token) => {
      report.report({ message: 'half', increment: 50 });
      return Promise.resolve(token.isCancellationRequested);
    });
    assert.equal(result, false);
    const failing = () => Promise.reject(new Error('no luck'));
    await assert.rejects(async () => vscode.window.withProgress(options, failing), /no luck/);
  });
}
