import Module from 'node:module';
import * as path from 'node:path';

/** Node's own, which it promises to nobody; `registerHooks` takes its place from Node 22 on. */
interface Resolver {
  _resolveFilename(request: string, ...rest: readonly unknown[]): string;
}

const fake = path.join(__dirname, 'vscode.ts');
const resolver = Module as unknown as Resolver;
const resolve = resolver._resolveFilename.bind(resolver);

/** For Mocha's `--require`: whoever requires `vscode` from now on gets the fake. */
resolver._resolveFilename = (request, ...rest) => (request === 'vscode' ? fake : resolve(request, ...rest));
