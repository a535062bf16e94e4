import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { mock } from 'node:test';
import * as v from 'valibot';
import { isDead, thisProcess, windowProcess } from '../../../src/batch/windowProcess';

describe('the process of a window', () => {
  it('is this one, on this machine', () => {
    assert.deepEqual(thisProcess(), { host: hostname(), pid: process.pid });
    assert.ok(v.is(windowProcess, thisProcess()));
    assert.ok(!v.is(windowProcess, { host: 'a' }) && !v.is(windowProcess, { pid: 1 }));
  });

  it('is known to be gone where it has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(isDead({ host: hostname(), pid }), true);
    assert.equal(
      isDead({ host: `${hostname()}.elsewhere`, pid }),
      false,
      'nothing is known of another machine’s',
    );
  });

  it('lives while it runs, whoever’s it is', () => {
    assert.equal(isDead(thisProcess()), false);
    const kill = mock.method(process, 'kill', () => {
      throw Object.assign(new Error('not yours'), { code: 'EPERM' });
    });
    try {
      assert.equal(isDead({ host: hostname(), pid: 7 }), false);
      const asked = kill.mock.calls.map(call => call.arguments);
      assert.deepEqual(asked, [[7, 0]], 'it is asked after, and not ended');
    } finally {
      kill.mock.restore();
    }
  });
});
