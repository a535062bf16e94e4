import assert from 'node:assert/strict';
import { commands as vscodeCommands } from 'vscode';

import { type Handlers, registerCommands } from '../../../src/commands/command';
import { commands } from '../../../src/manifest';
import { Log } from '../../../src/ui/log/log';
import { Hint, Problem } from '../../../src/ui/problems/problem';
import { Problems } from '../../../src/ui/problems/problems';
import { Cancelled } from '../../../src/ui/asking/steps';
import { useFakeVSCode } from '../../fakeVSCode';
import { until } from '../useExtension';

describe('a command', () => {
  const window = useFakeVSCode();
  let loads: number;
  /** What the one handler of all commands does. */
  let act: (...args: readonly unknown[]) => Promise<unknown>;
  let load: () => Promise<Handlers>;

  beforeEach(() => {
    loads = 0;
    load = () => Promise.resolve(handlers());
    registerCommands(() => {
      loads++;
      return load();
    }, new Problems(new Log()));
  });

  it('gets its arguments, and gives its result', async () => {
    act = (...args) => Promise.resolve(args);
    assert.deepEqual(await run('a', 2), ['a', 2]);
  });

  it('loads the code of all commands at the first call', async () => {
    act = () => Promise.resolve(undefined);
    assert.equal(loads, 0);
    await run();
    await vscodeCommands.executeCommand(commands.refresh);
    assert.equal(loads, 1);
  });

  it('loads that code again where it could not be loaded', async () => {
    act = () => Promise.resolve('done');
    load = () => Promise.reject(new Error('busy file'));
    assert.equal(await run(), undefined);
    await until(() => window.messages.length > 0);
    assert.match(window.messages[0] ?? '', /busy file/);
    load = () => Promise.resolve(handlers());
    assert.equal(await run(), 'done');
  });

  it('that fails shows its sentence, and gives nothing', async () => {
    act = () => Promise.reject(new Problem('It is gone.'));
    assert.equal(await run(), undefined);
    await until(() => window.shown.length > 0);
    assert.deepEqual([window.shown[0]?.kind, window.shown[0]?.text], ['error', 'It is gone.']);
    assert.deepEqual(window.shown[0]?.choices, ['Show Log']);
  });

  it('with nothing to do hints at what to do first', async () => {
    act = () => Promise.reject(new Hint('Select something.'));
    await run();
    await until(() => window.shown.length > 0);
    assert.deepEqual([window.shown[0]?.kind, window.shown[0]?.choices], ['information', []]);
  });

  it('that is cancelled says nothing', async () => {
    act = () => Promise.reject(new Cancelled());
    assert.equal(await run(), undefined);
    assert.deepEqual(window.shown, []);
  });

  it('that breaks is a bug, which can be reported', async () => {
    act = () => Promise.reject(new TypeError('x is undefined'));
    await run();
    await until(() => window.messages.length > 0);
    assert.match(window.messages[0] ?? '', /Something went wrong.*x is undefined\. The log has the details/);
    assert.deepEqual(window.shown[0]?.choices, ['Report Issue…', 'Show Log']);
    assert.match(window.logLines.join(), /TypeError/);
  });

  function run(...args: readonly unknown[]): Thenable<unknown> {
    return vscodeCommands.executeCommand(commands.lookup, ...args);
  }

  function handlers(): Handlers {
    const all = Object.values(commands).map(id => [id, (...args: readonly unknown[]) => act(...args)]);
    return Object.fromEntries(all) as Handlers;
  }
});
