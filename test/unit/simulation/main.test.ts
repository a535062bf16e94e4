import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { type Answer } from './caller';
import { isRecord, parseJson } from '../../wechat/http/json';

const MAIN = join(__dirname, '..', '..', 'wechat', 'main.ts');

describe('simulated WeChat as a process of its own', function () {
  this.timeout(30_000);
  let child: ChildProcessWithoutNullStreams;
  let here: SimulatedWeChat;

  beforeEach(async () => {
    child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--followers', '10', '--seed', '7']);
    here = await startWeChat({ followers: 10, seed: 7 });
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await here.close();
  });

  async function firstLine(): Promise<Answer> {
    const line: unknown[] = await once(createInterface(child.stdout), 'line');
    const printed = parseJson(String(line[0]));
    assert(isRecord(printed));
    return printed;
  }

  const ends: Readonly<Record<string, () => void>> = {
    SIGTERM: () => void child.kill('SIGTERM'),
    SIGINT: () => void child.kill('SIGINT'),
    'the end of its input': () => void child.stdin.end(),
  };
  for (const [how, end] of Object.entries(ends)) {
    it(`prints one line with its address and accounts, answers, and ends with ${how}`, async () => {
      const { url, accounts } = await firstLine();
      assert.deepEqual(
        accounts,
        here.accounts.map(({ name, appId, secret, prefix }) => ({ name, appId, secret, prefix })),
      );
      assert.match(await (await fetch(`${String(url)}/cgi-bin/token`)).text(), /"errcode":41002/);
      const exited = once(child, 'exit');
      end();
      assert.deepEqual(await exited, [0, null]);
    });
  }
});
