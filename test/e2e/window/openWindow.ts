import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { extensionId } from '../../../src/manifest';
import { closeBrowser, launchBrowser } from '../../vscode/running/browser';
import { packagedExtension } from '../../vscode/folders';
import { installVSCode } from '../../vscode/install/installVSCode';
import { loadWorkbench, workbenchUrl } from '../../vscode/running/page';
import { Processes } from '../../vscode/processes';
import type { Settings } from '../../vscode/running/settings';
import { startVSCode } from '../../vscode/running/startVSCode';
import { displayLanguageScript, type Locale, type Theme, themes } from './looks';
import { Problems } from './checks/problems';
import { assertNoSecretLeaked, type SecretHolder, WebviewTraffic } from './checks/secretLeaks';
import { VSCodeWindow } from './vscodeWindow';

export interface WindowOptions {
  /** Where the extension looks for WeChat. */
  readonly wechat?: SecretHolder & { readonly url: string };
  /** Default true: a real, empty, unlocked keyring. Without one the extension must fall back. */
  readonly keyring?: boolean;
  readonly settings?: Settings;
  /** The display language that extensions see; VS Code's own words stay English. */
  readonly locale?: Locale;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** Files of the workspace by their path in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Default: the one that `npm run package` makes. */
  readonly vsix?: string;
}

/** A first window, with what the test may look at from outside. */
export interface OpenedWindow {
  readonly window: VSCodeWindow;
  readonly problems: Problems;
  readonly workspace: string;
  /** Settings, global storage and logs of the user: what must hold no secret. */
  readonly dataFolder: string;
  /** What the extension keeps in files. */
  readonly storageFolder: string;
  /** What the keyring holds of a service, secrets included. */
  readonly keyringEntries: (service: string) => Promise<string>;
  /** Secrets and tokens of the simulated WeChat stand nowhere; passes where the window had none. */
  readonly assertNoSecretLeaked: () => Promise<void>;
  readonly traffic: WebviewTraffic;
  readonly close: () => Promise<void>;
}

/** Starts VS Code for a new user and opens a window in a real browser. */
export async function openWindow(options: WindowOptions = {}): Promise<OpenedWindow> {
  const processes = new Processes();
  try {
    return await open(processes, options);
  } catch (error) {
    await processes.end();
    throw error;
  }
}

async function open(processes: Processes, options: WindowOptions): Promise<OpenedWindow> {
  const { wechat, keyring = true, theme = 'light', locale = 'en', vsix = packagedExtension } = options;
  const workspace = await writeWorkspace(processes, options.files ?? {});
  const vscode = await startVSCode(processes, await installVSCode(processes, console.log), {
    vsix,
    keyring,
    settings: {
      'workbench.colorTheme': themes[theme],
      ...(wechat === undefined ? {} : { 'wechatOpenid.apiBaseUrl': wechat.url }),
      ...options.settings,
    },
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(45_000);
  if (locale !== 'en') await context.addInitScript(displayLanguageScript(locale));
  const problems = new Problems();
  await problems.watch(context);
  const traffic = new WebviewTraffic();
  await traffic.watch(context);
  const window = new VSCodeWindow(await context.newPage(), { vscode, problems });
  await loadWorkbench(window.page, workbenchUrl(vscode.server.port, workspace));
  return {
    window,
    problems,
    traffic,
    workspace,
    dataFolder: vscode.dataFolder,
    storageFolder: path.join(vscode.dataFolder, 'data/User/globalStorage', extensionId),
    keyringEntries: async service => (await vscode.keyring?.search(service)) ?? '',
    assertNoSecretLeaked: async () => {
      const { dataFolder } = vscode;
      if (wechat) await assertNoSecretLeaked(wechat, { dataFolder, pages: context.pages(), traffic });
    },
    close: async () => {
      await closeBrowser(browser);
      await vscode.stop();
      await processes.end();
    },
  };
}

async function writeWorkspace(
  processes: Processes,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const workspace = path.join(processes.temporaryFolder(), 'workspace');
  await mkdir(workspace);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(workspace, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return workspace;
}
