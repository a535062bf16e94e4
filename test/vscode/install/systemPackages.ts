import { accessSync, constants, existsSync } from 'node:fs';
import * as path from 'node:path';
import { findBrowser } from '../running/browser';
import type { Processes } from '../processes';

/** `keyring` serves the extension; `browser` drives and photographs VS Code in tests; `database` takes what is exported. */
type Part = 'keyring' | 'browser' | 'database';

/** Something the tests need from the operating system. */
interface Need {
  readonly part: Part;
  readonly what: string;
  /** The Debian package that brings it. */
  readonly debian: string;
  isMet(processes: Processes): Promise<boolean>;
}

const linuxNeeds: readonly Need[] = [
  { part: 'keyring', what: 'the D-Bus daemon', debian: 'dbus', isMet: program('dbus-daemon', 'dbus-send') },
  { part: 'keyring', what: 'GNOME Keyring', debian: 'gnome-keyring', isMet: program('gnome-keyring-daemon') },
  { part: 'keyring', what: 'secret-tool', debian: 'libsecret-tools', isMet: program('secret-tool') },
  {
    part: 'browser',
    what: 'Chromium',
    debian: 'chromium',
    isMet: () => Promise.resolve(findBrowser() !== undefined),
  },
  { part: 'browser', what: 'ps', debian: 'procps', isMet: program('ps') },
  { part: 'browser', what: 'a Chinese font', debian: 'fonts-noto-cjk', isMet: font('zh-cn') },
  {
    part: 'database',
    what: 'MariaDB',
    debian: 'mariadb-server',
    isMet: program('mariadbd', 'mariadb-install-db', 'mariadb'),
  },
  { part: 'browser', what: 'an emoji font', debian: 'fonts-noto-color-emoji', isMet: font('und-zsye') },
];

/**
 * Sees to it that these parts are there. On Debian and Ubuntu it installs them, as root or on a build machine, where
 * sudo asks for no password; elsewhere it throws an error with the one command to type.
 */
export async function installSystemPackages(
  processes: Processes,
  parts: readonly Part[],
  say: (line: string) => void,
): Promise<void> {
  if (process.platform !== 'linux') {
    if (parts.includes('database')) throw new Error('MariaDB is installed on Linux only.');
    if (parts.includes('browser') && findBrowser() === undefined) {
      throw new Error(`No Chrome, Chromium or Edge was found. Type: ${browserCommand()}`);
    }
    return;
  }
  const missing = await unmet(processes, parts);
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 || onBuildMachine();
  if (!hasProgram('apt-get') || !mayInstall) throw new Error(instruction(missing));
  const packages = missing.map(need => need.debian);
  say(`Installing ${packages.join(', ')}…`);
  const output = await aptInstall(processes, packages);
  const stillMissing = await unmet(processes, parts);
  if (stillMissing.length > 0) throw new Error(`${output}\n${instruction(stillMissing)}`);
}

async function unmet(processes: Processes, parts: readonly Part[]): Promise<Need[]> {
  const missing: Need[] = [];
  for (const need of linuxNeeds) {
    if (parts.includes(need.part) && !(await need.isMet(processes))) missing.push(need);
  }
  return missing;
}

function instruction(missing: readonly Need[]): string {
  const names = missing.map(need => need.what).join(', ');
  if (!hasProgram('apt-get'))
    return `Missing: ${names}. Please install them with the system's package manager.`;
  return `Missing: ${names}. Type: sudo apt-get install -y ${missing.map(need => need.debian).join(' ')}`;
}

function browserCommand(): string {
  return process.platform === 'darwin' ? 'brew install --cask google-chrome' : 'winget install Google.Chrome';
}

function onBuildMachine(): boolean {
  return process.env.CI === 'true' && hasProgram('sudo');
}

async function aptInstall(processes: Processes, packages: readonly string[]): Promise<string> {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]): Promise<string> => {
    // sudo hands on no variables.
    const [program = '', ...rest] = [
      ...[...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive'],
      ...['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args],
    ];
    return (await processes.run(program, rest, { env: process.env })).output;
  };
  const updated = await apt('update');
  return updated + (await apt('install', '-y', '--no-install-recommends', ...packages));
}

function program(...names: string[]): () => Promise<boolean> {
  return () => Promise.resolve(names.every(hasProgram));
}

function font(language: string): (processes: Processes) => Promise<boolean> {
  return async processes =>
    hasProgram('fc-list') && (await processes.run('fc-list', [`:lang=${language}`])).output.trim() !== '';
}

/** Whether a program can be found on the PATH. */
function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some(folder => {
    const file = path.join(folder, name);
    if (!existsSync(file)) return false;
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
