import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

import { packagedExtension, projectFolder } from '../vscode/folders';
import { installExtension } from '../vscode/install/installExtension';
import { installVSCode } from '../vscode/install/installVSCode';
import { Processes } from '../vscode/processes';

const kilobyte = 1024;

/** Everything that the package holds: what the extension needs at run time, and its papers. */
const expected = [
  /^\.vsixmanifest$/,
  /^(package\.json|package\.nls(\.zh-(cn|tw))?\.json)$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt)?$/i,
  /^l10n\/bundle\.l10n\.zh-(cn|tw)\.json$/,
  /^media\/(icon\.png|(activity-bar|tab-(light|dark))\.svg|walkthrough\/(account|lookup|list|people)\.webp)$/,
  /^dist\/THIRD-PARTY\.txt$/,
  /^dist\/(extension|lazy\/[\w-]+)\.js$/,
  /^dist\/webview\/((profile|batch|report|comparison|people|chunk-\w+)\.js|codicon\.(css|ttf))$/,
  /^dist\/prebuilds\/[\w-]+\/keytar\.node$/,
];

describe('the package', () => {
  const processes = new Processes();
  let folder: string;
  let files: string[];

  before(async () => {
    const vscode = await installVSCode(processes, console.log);
    const extensions = await installExtension(processes, vscode, packagedExtension);
    const [name = ''] = (await readdir(extensions)).filter(entry => entry.startsWith('wechat-openid-lens'));
    folder = path.join(extensions, name);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    files = entries
      .filter(entry => entry.isFile())
      .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  });
  after(() => processes.end());

  it('is at most 1.25 MB', async () => {
    const { size } = await stat(packagedExtension);
    assert.ok(size <= 1280 * kilobyte, `${Math.round(size / kilobyte)} KB`);
  });

  it('holds what is needed and nothing else', () => {
    assert.deepEqual(
      files.filter(file => !expected.some(pattern => pattern.test(file))),
      [],
    );
    for (const pattern of expected)
      assert.ok(
        files.some(file => pattern.test(file)),
        String(pattern),
      );
  });

  it('brings a keychain binary for every platform that can load one', () => {
    const platforms = [
      ...['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-armv7l', 'linux-ia32', 'linux-x64'],
      ...['win32-arm64', 'win32-ia32', 'win32-x64'],
    ];
    assert.deepEqual(
      files.filter(file => file.startsWith('dist/prebuilds/')).sort(),
      platforms.map(platform => `dist/prebuilds/${platform}/keytar.node`),
    );
  });

  it('brings the licence of every package that something of is in it, and a bill that lists the same', async () => {
    const notices = await readFile(path.join(folder, 'dist/THIRD-PARTY.txt'), 'utf8');
    const titles = [...notices.matchAll(/^-{80}\n\n(\S+) (\S+) \(\S+\)\n\n(?=.*\S)/gm)].map(
      ([, name = '', version = '']) => `${name}@${version}`,
    );
    const names = new Set(titles.map(title => title.slice(0, title.lastIndexOf('@'))));
    const inputs = await Promise.all(
      ['host', 'webviews'].map(part => readFile(path.join(projectFolder, `dist/${part}.meta.json`), 'utf8')),
    );
    const bundled = inputs
      .join('')
      .matchAll(/"node_modules\/((?:@[^/]+\/)?[^/]+)[^"]*":\{"bytesInOutput":[1-9]/g);
    const expectedNames = ['@vscode/codicons', 'lit-html', ...[...bundled].map(([, name = '']) => name)];
    assert.ok(expectedNames.length > 20);
    // It is installed under the name that it took over.
    for (const name of expectedNames) assert.ok(names.has(name === 'keytar' ? '@github/keytar' : name), name);
    const bill = await readFile(packagedExtension.replace(/vsix$/, 'cdx.json'), 'utf8');
    const listed = [...bill.matchAll(/"purl": "pkg:npm\/([^"]+)"/g)].map(([, name = '']) =>
      decodeURIComponent(name),
    );
    assert.deepEqual(listed.sort(), titles.sort());
  });

  it('names no path of the machine that built it', async () => {
    const forbidden = [projectFolder, homedir()].filter(each => each.length > 1);
    for (const file of files) {
      const bytes = await readFile(path.join(folder, file));
      for (const each of forbidden) assert.ok(!bytes.includes(each), `${file} names ${each}`);
    }
  });

  it('loads at most 150 KB when the extension is activated', async () => {
    const loaded = await loadedWith('dist/extension.js', new Set());
    const sizes = await Promise.all(
      [...loaded].map(async file => (await stat(path.join(folder, file))).size),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total <= 150 * kilobyte, `${Math.round(total / kilobyte)} KB in ${[...loaded].join(', ')}`);
  });

  it('gives each webview at most 220 KB of script', async () => {
    for (const name of ['profile', 'batch', 'report', 'comparison', 'people']) {
      const loaded = await importedBy(`dist/webview/${name}.js`, new Set());
      const sizes = await Promise.all(
        [...loaded].map(async file => (await stat(path.join(folder, file))).size),
      );
      const total = sizes.reduce((sum, size) => sum + size, 0);
      assert.ok(total <= 220 * kilobyte, `${name}: ${Math.round(total / kilobyte)} KB`);
    }
  });

  it('gives webviews what they share once', () => {
    assert.ok(files.some(file => /^dist\/webview\/chunk-/.test(file)));
  });

  /** A page's script and the chunks that it shares with others. */
  async function importedBy(file: string, seen: Set<string>): Promise<Set<string>> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const code = await readFile(path.join(folder, file), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:from|import)\s*"(\.\/[\w-]+\.js)"/g))
      await importedBy(path.posix.join(path.posix.dirname(file), target), seen);
    return seen;
  }

  /** A file and those it requires at once; what stands behind an `import()` is loaded later. */
  async function loadedWith(file: string, seen: Set<string>): Promise<Set<string>> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const code = await readFile(path.join(folder, file), 'utf8');
    for (const [, lazy, target = ''] of code.matchAll(
      /(then\(\(\)=>[\w$]*\(?)?require\("(\.[^"]+\.js)"\)/g,
    )) {
      if (lazy === undefined) await loadedWith(path.posix.join(path.posix.dirname(file), target), seen);
    }
    return seen;
  }
});
