import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account } from './server';

const version = '3.11.0';
const folder = join(__dirname, '../../.vscode-test/bench', `co-wechat-api-${version}`);

interface CoWeChatApi {
  prefix: string;
  batchGetUsers(openids: readonly string[]): Promise<unknown>;
}

type CoWeChatApiClass = new (appId: string, secret: string) => CoWeChatApi;

/** The library is no dependency of the project: it is installed beside the other things that only tests need. */
export async function loadCoWeChatApi({ url, appId, secret }: Account): Promise<CoWeChatApi> {
  const installed = join(folder, 'node_modules/co-wechat-api');
  if (!existsSync(installed)) {
    await mkdir(folder, { recursive: true });
    const parameters = [
      'install',
      '--ignore-scripts',
      '--no-save',
      '--prefix',
      folder,
      `co-wechat-api@${version}`,
    ];
    const windows = process.platform === 'win32';
    await promisify(execFile)(windows ? 'npm.cmd' : 'npm', parameters, { shell: windows });
  }
  const Api = createRequire(join(folder, 'index.js'))('co-wechat-api') as CoWeChatApiClass;
  const api = new Api(appId, secret);
  api.prefix = `${url}/cgi-bin/`;
  return api;
}
