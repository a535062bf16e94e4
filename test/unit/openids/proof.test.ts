import assert from 'node:assert/strict';
import { formCount, proveFinding } from '../../prove/finding';
import { lostInFreeText, takenFromBase64 } from '../../prove/precision';

describe('findOpenids, in generated texts', function () {
  this.timeout(60_000);

  it(`loses no named openid and takes nothing else, in ${formCount} forms mixed and cut anywhere`, async () => {
    const { named, lost, others, taken, failure } = await proveFinding(1000, 20_261_128);
    assert.deepEqual({ lost, taken, failure }, { lost: 0, taken: 0, failure: undefined });
    assert.ok(named > 1000 && others > 1000);
  });

  it('loses less than 1 in 10 000 true openids of free text', async () => {
    const { of, wrong } = await lostInFreeText(100_000, 1);
    assert.ok(wrong * 10_000 < of, `${wrong} of ${of}`);
  });

  it('takes no piece of a checksum', async () => {
    assert.equal((await takenFromBase64(100_000, 2)).wrong, 0);
  });
});
