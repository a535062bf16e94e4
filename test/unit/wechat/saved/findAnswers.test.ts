import assert from 'node:assert/strict';
import fc from 'fast-check';

import {
  decodeProfile,
  findAnswers,
  type OtherText,
  type RawProfile,
  sentenceOf,
} from '../../../../src/wechat';
import { sized } from '../../../form';
import { damagedAnswers, otherTexts } from './damagedAnswers';
import { dumpedAnswers } from './dumpedAnswers';
import { looseAnswers } from './looseAnswers';
import { noAnswers } from './noAnswers';
import { colouredAnswers, prefixedAnswers } from './prefixedAnswers';
import { printedAnswers } from './printedAnswers';
import { retypedAnswers } from './retypedAnswers';
import { ada, adas, bos, both, type Sample } from './samples';
import { spelledOtherwise, userAnswers } from './userAnswers';
import { wholeAnswers } from './wholeAnswers';

const tables: Readonly<Record<string, readonly Sample[]>> = {
  'whole answers': wholeAnswers,
  'damaged answers': damagedAnswers,
  'printed answers': printedAnswers,
  'dumped answers': dumpedAnswers,
  'answers without brackets': looseAnswers,
  'retyped answers': retypedAnswers,
  'what is no printed answer': noAnswers,
  'answers with prefixes': prefixedAnswers,
  'answers in colours': colouredAnswers,
  'answers of other user APIs': userAnswers,
  'other spellings': spelledOtherwise,
  'other texts': otherTexts,
};

describe('findAnswers', () => {
  for (const [table, samples] of Object.entries(tables)) {
    describe(table, () => {
      for (const sample of samples) {
        const {
          profiles = [],
          errors = [],
          others = [],
          duplicates = 0,
          openids = [],
          failures = [],
        } = sample;
        it(`knows ${sample.name}`, async () => {
          const found = await findAnswers(sample.text);
          assert.deepEqual(
            {
              profiles: found.profiles.map(({ openid }) => openid),
              errors: found.errors.map(({ errcode, endpoint }) =>
                endpoint === undefined ? errcode : [errcode, endpoint],
              ),
              others: found.others,
              duplicates: found.duplicates,
              openids: found.openids,
              failures: found.failures.map(({ openid }) => openid),
            },
            { profiles, errors, others, duplicates, openids, failures },
          );
          const [first] = found.profiles;
          if (first && sample.decoded) assert.deepEqual(decodedAs(sample.decoded, first), sample.decoded);
        });
      }
    });
  }

  it('keeps every field as it came', async () => {
    const { profiles } = await findAnswers(JSON.stringify({ body: adas }));
    assert.deepEqual(profiles, [JSON.parse(adas)]);
  });

  it('takes nothing that may be a secret out of an error’s message', async () => {
    const { errors } = await findAnswers(`{"errcode":40001,"errmsg":"bad token 76_${'x'.repeat(140)}"}`);
    assert.equal(errors[0]?.errmsg, 'bad token …');
  });

  it('finds an answer however often it is wrapped, up to five times', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 5 }), fc.string(), async (times, before) => {
        let text = adas;
        for (let time = 0; time < times; time++) text = JSON.stringify({ before, text });
        const { profiles } = await findAnswers(text);
        assert.deepEqual(
          profiles.map(({ openid }) => openid),
          [ada],
        );
      }),
    );
  });

  it('never throws, and always says something', async () => {
    const piece = fc.constantFrom(
      ...Array.from('{}[]":,\\\'&%\n'),
      adas,
      both.slice(0, 90),
      '{"errcode":',
      '&quot;',
      '\\"',
      ' x',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const { profiles, errors, others } = await findAnswers(pieces.join(''));
        assert.ok(profiles.length + errors.length + others.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('says that more than 30 MB is too long, without reading it', async () => {
    assert.deepEqual((await findAnswers(' '.repeat(30_000_001))).others, ['tooLong']);
  });

  for (const [what, unit] of [
    ['opening brackets', '['],
    ['objects that never end', '{"a":'],
    ['quotes', '{"'],
    ['backslashes', '{"\\'],
    ['escaped quotes', '\\"'],
    ['objects that are none', '{"x":y,'],
    ['closing brackets', '}'],
    ['errors in one line', '{"errcode":40003,"errmsg":"x"} '],
    ['commas', '{"a":1,,,,,'],
    ['lines of one width', `{"a":"${'x'.repeat(60)}\n`],
    ['fields without brackets', 'openid="a '],
    ['items of no list', `openid: a\n${'- 1\n'.repeat(1000)}`],
    ['serialized arrays', 'a:1:{s:1:"'],
    ['lines of a log', '{"log":"{"}\n'],
    ['bytes', '\\xe5 \\" '],
    ['objects of Ruby', '#<A a= openid "'],
    ['white space', `{"a"${' '.repeat(500)}`],
  ] as const) {
    it(`reads a long text of ${what}, which would take minutes if the time were not linear`, async () => {
      await findAnswers(unit.repeat(sized(2_000_000, 500_000) / unit.length));
    }).timeout(60_000);
  }

  it('names each kind of text in three languages, with sentences', async () => {
    const kinds = new Set<OtherText>(
      Object.values(tables)
        .flat()
        .flatMap(({ others = [] }) => others),
    );
    for (const kind of [...kinds, 'tooLong'] as const) {
      assert.match(sentenceOf(kind, 'en'), /^\w.*\.$/s);
      for (const language of ['zh-cn', 'zh-tw'] as const)
        assert.match(sentenceOf(kind, language), /[\u4e00-\u9fff].*。$/s);
    }
    assert.equal((await findAnswers(`${adas}\n${bos}`)).others.length, 0);
  });
});

/** A profile decoded, as far as something is expected of it. */
function decodedAs(expected: object, profile: RawProfile): object {
  const { scene, ...decoded } = decodeProfile(profile, { language: 'en' });
  const all = { ...decoded, scene: scene?.code };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}
