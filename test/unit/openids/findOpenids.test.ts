import assert from 'node:assert/strict';
import { findOpenids, openidShape } from '../../../src/openids';
import { ada, bo, type Sample } from './samples';
import { codeTexts } from './texts/code';
import { cutTexts } from './texts/cut';
import { dirtTexts } from './texts/dirt';
import { jsonTexts } from './texts/json';
import { logTexts } from './texts/logs';
import { tableTexts } from './texts/tables';

const forms: Readonly<Record<string, readonly Sample[]>> = {
  JSON: jsonTexts,
  'tables and lists': tableTexts,
  'code, queries and markup': codeTexts,
  'URLs, logs and prose': logTexts,
  'selections cut anywhere': cutTexts,
  'dirt and hostile characters': dirtTexts,
};

describe('findOpenids', () => {
  for (const [form, samples] of Object.entries(forms)) {
    describe(`in ${form}`, () => {
      for (const sample of samples) {
        it(`reads ${sample.name}`, async () => {
          const { openids, duplicates, cleaned } = await findOpenids(sample.text);
          const offsets = sample.offsets ?? sample.found.map(openid => sample.text.indexOf(openid));
          assert.deepEqual(
            { openids, duplicates, cleaned },
            {
              openids: sample.found.map((openid, i) => ({
                openid,
                offset: offsets[i],
                shape: openidShape(openid),
              })),
              duplicates: sample.duplicates ?? 0,
              cleaned: sample.cleaned ?? {},
            },
          );
        });
      }
    });
  }

  it('counts a value once that was cleaned of several things', async () => {
    const { cleaned, cleanedValues } = await findOpenids(`[" ${ada}\u200b", "${bo}"]`);
    assert.deepEqual([cleaned, cleanedValues], [{ spaces: 1, zeroWidth: 1 }, 1]);
  });
});
