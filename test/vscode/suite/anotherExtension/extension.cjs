const vscode = require('vscode');

const lens = 'wechat-openid-lens.wechat-openid-lens';

exports.activate = context => ({
  // The folders of all extensions of a user stand side by side.
  storageOfLens: vscode.Uri.joinPath(context.globalStorageUri, '..', lens).fsPath,
  getApi: async version => (await vscode.extensions.getExtension(lens).activate()).getApi(version),
  run: (command, ...args) => vscode.commands.executeCommand(command, ...args),
});
