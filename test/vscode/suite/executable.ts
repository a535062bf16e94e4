import { appendFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import * as path from 'node:path';
import { format, parseArgs } from 'node:util';
import * as v from 'valibot';
import { closeBrowser, launchBrowser } from '../running/browser';
import { privateEnvironment } from '../running/environment';
import { hasPrivateKeyring, startKeyring } from '../running/keyring';
import { installSystemPackages } from '../install/systemPackages';
import { installVSCode } from '../install/installVSCode';
import { loadWorkbench, workbenchUrl } from '../running/page';
import { Processes } from '../processes';
import { startServer } from '../running/server';
import { quietSettings } from '../running/settings';

/** Longer than any suite; an extension host that dies silently would be waited for without an end. */
const suiteLimitMs = 10 * 60_000;

/** What of a desktop VS Code's command line matters here; @vscode/test-electron passes much more. */
const Arguments = v.object({
  extensionDevelopmentPath: v.tupleWithRest([v.string()], v.string()),
  extensionTestsPath: v.string(),
  'extensions-dir': v.string(),
});

/** Runs a suite inside the extension host of the npm-distributed VS Code; resolves with the suite's exit code. */
async function runSuite(args: readonly string[], processes: Processes): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  });
  const {
    extensionDevelopmentPath,
    extensionTestsPath,
    'extensions-dir': extensionsFolder,
  } = v.parse(Arguments, values);
  const folder = processes.temporaryFolder();
  await installSystemPackages(processes, ['browser', 'keyring'], console.log);
  const vscode = await installVSCode(processes, console.log);
  const env = await privateEnvironment(folder);
  const keyring = hasPrivateKeyring
    ? await startKeyring(processes, path.join(folder, 'keyring'), env)
    : undefined;
  const [extension, ...companions] = extensionDevelopmentPath;
  // The page takes one extension under development, where a desktop VS Code takes many; any others are installed.
  for (const companion of companions) {
    await cp(companion, path.join(extensionsFolder, path.basename(companion)), { recursive: true });
  }
  const server = await startServer(processes, vscode, {
    dataFolder: path.join(folder, 'server'),
    extensionsFolder,
    env: keyring?.env ?? env,
    settings: quietSettings,
    smokeTestDriver: true,
  });

  const authority = `127.0.0.1:${server.port}`;
  const remote = (file: string): string => `vscode-remote://${authority}${path.resolve(file)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
  const url = workbenchUrl(server.port, positionals[0] ?? folder, { payload: JSON.stringify(payload) });
  const consoleLog = path.join(path.dirname(extensionTestsPath), 'console.log');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('The suite did not end.')), suiteLimitMs).unref();
      page.once('crash', () => reject(new Error('The page of VS Code crashed.')));
      const load = async (): Promise<void> => {
        // VS Code says far too much there to print it.
        await page.exposeFunction('codeAutomationLog', (_type: string, words: unknown[]) => {
          appendFileSync(consoleLog, `${format(...words)}\n`);
        });
        await page.exposeFunction('codeAutomationExit', resolve);
        await loadWorkbench(page, url);
      };
      load().catch(reject);
    });
  } finally {
    await closeBrowser(browser);
  }
}

async function main(): Promise<void> {
  const processes = new Processes();
  try {
    process.exitCode = await runSuite(process.argv.slice(2), processes);
  } finally {
    await processes.end();
  }
}

void main();
