import assert from 'node:assert/strict';

import { Housekeeping } from '../../../../src/jobs/history/housekeeping';

const day = 86_400_000;

describe('Housekeeping', () => {
  let planned: { milliseconds: number; act: () => Promise<unknown> } | undefined;
  let cleanings: number;
  let failures: unknown[];
  let house: Housekeeping;
  let clean: () => Promise<void>;

  beforeEach(() => {
    planned = undefined;
    cleanings = 0;
    failures = [];
    clean = () => {
      cleanings++;
      return Promise.resolve();
    };
    house = new Housekeeping(
      () => clean(),
      error => failures.push(error),
      (milliseconds, act) => {
        const plan = { milliseconds, act };
        planned = plan;
        return {
          dispose: () => {
            if (planned === plan) planned = undefined;
          },
        };
      },
    );
  });

  /** Lets the time come for which the next cleaning is planned. */
  async function comes(): Promise<void> {
    assert.ok(planned);
    await planned.act();
  }

  it('cleans when a window begins, and then each day', async () => {
    await house.run();
    assert.equal(cleanings, 1);
    for (const expected of [2, 3]) {
      assert.equal(planned?.milliseconds, day);
      await comes();
      assert.equal(cleanings, expected);
    }
  });

  it('cleans once when the retention was changed, and has stayed so while somebody types', async () => {
    await house.run();
    house.retentionChanged();
    house.retentionChanged();
    assert.equal(cleanings, 1, 'not at the first figure');
    assert.ok((planned?.milliseconds ?? 0) >= 10_000);
    await comes();
    assert.equal(cleanings, 2);
    assert.equal(planned?.milliseconds, day);
  });

  it('tells of a failure, and cleans again the next day', async () => {
    clean = () => Promise.reject(new Error('read-only'));
    await house.run();
    assert.equal(failures.length, 1);
    assert.equal(planned?.milliseconds, day);
  });

  it('never cleans twice at the same time', async () => {
    let [running, most] = [0, 0];
    clean = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
    };
    await Promise.all([house.run(), house.run(), house.run()]);
    assert.equal(most, 1);
  });

  it('plans nothing any more once it is disposed of', async () => {
    await house.run();
    house.dispose();
    assert.equal(planned, undefined);
    await house.run();
    assert.equal(planned, undefined);
  });
});
