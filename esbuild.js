// Builds dist/: the extension host's bundle, the webviews' bundles, and the files they need beside them.
//   node esbuild.js               once, with source maps
//   node esbuild.js --production  once, minified
//   node esbuild.js --watch       again at every change
const { cpSync, rmSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const dist = path.join(__dirname, 'dist');

/** node-fetch reaches for this polyfill only where Node lacks web streams, which VS Code's Node does not. */
const withoutStreamsPolyfill = {
  name: 'without-web-streams-polyfill',
  setup(build) {
    build.onResolve({ filter: /^web-streams-polyfill/ }, () => ({ path: 'node:stream/web', external: true }));
  },
};

const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'info',
};

const host = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // CommonJS builds of some libraries use `require` in a way that cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  plugins: [withoutStreamsPolyfill],
};

const webviews = {
  ...shared,
  entryPoints: ['src/webview/profile.ts', 'src/webview/batch.ts'],
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  tsconfig: 'src/webview/tsconfig.json',
};

function copyAssets() {
  // keytar's own loader looks for prebuilds/<platform>-<arch> beside the file that holds it.
  cpSync(path.join(path.dirname(require.resolve('keytar/package.json')), 'prebuilds'), path.join(dist, 'prebuilds'), {
    recursive: true,
  });
  const codicons = path.join(path.dirname(require.resolve('@vscode/codicons/package.json')), 'dist');
  for (const file of ['codicon.css', 'codicon.ttf']) cpSync(path.join(codicons, file), path.join(dist, 'webview', file));
}

async function main() {
  if (!watch) rmSync(dist, { recursive: true, force: true });
  const contexts = await Promise.all([esbuild.context(host), esbuild.context(webviews)]);
  copyAssets();
  if (watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  try {
    await Promise.all(contexts.map(context => context.rebuild()));
  } finally {
    await Promise.all(contexts.map(context => context.dispose()));
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
