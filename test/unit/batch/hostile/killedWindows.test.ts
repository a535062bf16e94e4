import assert from 'node:assert/strict';
import { experiment } from '../../../torture/experiment';

describe('a batch whose windows are killed', function () {
  this.timeout(120_000);

  it('comes to its end without a loss, and asks for nothing twice (the short form of `npm run torture`)', async () => {
    const { kills, windows } = await experiment({ openids: 1_500, kills: 10, seed: 3 });
    assert.ok(kills >= 10 && windows >= kills);
  });
});
