// Mocha requires this before the tests: `vscode`, which exists inside VS Code only, is the stand-in beside it.
const Module = require('node:module');
const path = require('node:path');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === 'vscode' ? path.join(__dirname, 'vscode.ts') : resolve.call(this, request, ...rest);
};
