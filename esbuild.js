// Builds dist/: the extension host's bundle, the webviews' bundles, and the files they need beside them.
//   node esbuild.js               once, with source maps
//   node esbuild.js --production  once, minified
//   node esbuild.js --watch       again at every change
//   node esbuild.js --pages=DIR   the webviews alone, into DIR/webview, for tests of the pages
const { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const pagesFolder = process.argv.find(argument => argument.startsWith('--pages='))?.slice('--pages='.length);
const dist = path.join(__dirname, pagesFolder ?? 'dist');

/** node-fetch reaches for this polyfill only where Node lacks web streams, which VS Code's Node does not. */
const withoutStreamsPolyfill = {
  name: 'without-web-streams-polyfill',
  setup(build) {
    build.onResolve({ filter: /^web-streams-polyfill/ }, () => ({ path: 'node:stream/web', external: true }));
  },
};

/**
 * esbuild loads a module at activation as soon as some file that is loaded then names the `index.ts` above it,
 * whatever it takes from there. Imports from such a face are therefore turned into imports of the very files.
 */
const throughFaces = {
  name: 'through-faces',
  setup(build) {
    const faces = new Map(
      ['accounts', 'batch', 'changes', 'files', 'lists', 'openids', 'people', 'wechat'].map(face => [
        face,
        exportsOf(face),
      ]),
    );
    const importing =
      /^import \{([^}]*)\} from '((?:\.\.?\/)+)(accounts|batch|changes|files|lists|openids|people|wechat)';$/gm;
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replace(importing, (statement, names, up, face) => {
        // src/batch has a file batch.ts beside its face, which the rooms of that folder import.
        if (path.resolve(path.dirname(file), up) !== path.join(__dirname, 'src')) return statement;
        const imports = names
          .split(',')
          .map(name => name.trim())
          .filter(name => name !== '' && !name.startsWith('type '))
          .map(name => `import { ${name} } from '${up}${face}${faces.get(face).get(name) ?? ''}';`);
        // As many lines as before, for the source maps.
        return imports.join(' ') + statement.replace(/[^\n]/g, '');
      }),
    }));
  },
};

/** Which file each name of a face comes from, such as `/find` for `findOpenids`. */
function exportsOf(face) {
  const text = readFileSync(path.join(__dirname, 'src', face, 'index.ts'), 'utf8');
  return new Map(
    [...text.matchAll(/^export \{([^}]*)\} from '\.([^']+)';$/gm)].flatMap(([, names, file]) =>
      names.split(',').map(name => [name.trim(), file]),
    ),
  );
}

/**
 * What an ES module exports, at its end, as properties of `exports`. esbuild's own way brings helpers of 400 bytes into
 * each of the many files that are loaded at activation.
 */
function withPlainExports(text) {
  return text.replace(/\bexport ?\{([^{}]*)\};?(?=\s*(?:\/\/# sourceMappingURL=\S*\s*)?$)/, (_, list) => {
    const getters = list
      .split(',')
      .map(each => each.trim().split(' as '))
      .filter(([name]) => name !== '')
      .map(([name, exported = name]) => `${exported}:{get:()=>${name}}`);
    return `Object.defineProperties(exports,{__esModule:{value:true},${getters.join()}});`;
  });
}

/**
 * esbuild splits ES modules only, and VS Code loads CommonJS everywhere: each part is turned into CommonJS once
 * it is split. What stands behind an `import()` so becomes a file of its own below dist/lazy, read at first use.
 */
const asCommonJS = {
  name: 'as-commonjs',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path: file, text } of outputFiles) {
        const { code } = await esbuild.transform(withPlainExports(text), {
          format: 'cjs',
          platform: 'node',
          target: 'node20',
          supported: { 'dynamic-import': false },
          minify: production,
          sourcemap: production ? false : 'inline',
          charset: 'utf8',
        });
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, code);
      }
    });
  },
};

const shared = {
  bundle: true,
  minify: production,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'info',
  metafile: true,
};

const host = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  chunkNames: 'lazy/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  splitting: true,
  write: false,
  target: 'node20',
  sourcemap: production ? false : 'inline',
  external: ['vscode'],
  // CommonJS builds of some libraries use `require` in a way that cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  plugins: [withoutStreamsPolyfill, throughFaces, asCommonJS],
};

const webviews = {
  ...shared,
  entryPoints: [
    'src/webview/profile.ts',
    'src/webview/batch.ts',
    'src/webview/report.ts',
    'src/webview/comparison.ts',
    'src/webview/people.ts',
  ],
  outdir: path.join(dist, 'webview'),
  chunkNames: '[name]-[hash]',
  splitting: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  sourcemap: production ? false : 'linked',
  tsconfig: 'src/webview/tsconfig.json',
};

function copyAssets() {
  if (pagesFolder === undefined) {
    // keytar's own loader looks for prebuilds/<platform>-<arch> in the folder above its own file.
    const keytar = path.dirname(require.resolve('keytar/package.json'));
    // The musl folders hold a glibc binary and linux-arm one for 64 bits: they cannot load where they would be looked for.
    const canLoad = folder => !/^(linuxmusl-.*|linux-arm)$/.test(path.basename(folder));
    cpSync(path.join(keytar, 'prebuilds'), path.join(dist, 'prebuilds'), {
      recursive: true,
      filter: canLoad,
    });
  }
  const codicons = path.join(path.dirname(require.resolve('@vscode/codicons/package.json')), 'dist');
  for (const file of ['codicon.css', 'codicon.ttf']) {
    cpSync(path.join(codicons, file), path.join(dist, 'webview', file));
  }
}

async function main() {
  rmSync(dist, { recursive: true, force: true });
  copyAssets();
  const parts = pagesFolder === undefined ? [host, webviews] : [webviews];
  const contexts = await Promise.all(parts.map(part => esbuild.context(part)));
  if (watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  try {
    const [first, second] = await Promise.all(contexts.map(context => context.rebuild()));
    // From which package each byte comes: the licences that a release names are those of what is in it.
    if (second !== undefined) {
      for (const [part, { metafile }] of Object.entries({ host: first, webviews: second }))
        writeFileSync(path.join(dist, `${part}.meta.json`), JSON.stringify(metafile));
    }
  } finally {
    await Promise.all(contexts.map(context => context.dispose()));
  }
}

main().catch(() => {
  // esbuild has said what is wrong.
  process.exitCode = 1;
});
