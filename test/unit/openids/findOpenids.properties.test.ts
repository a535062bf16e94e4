import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findOpenids, type FoundOpenids, openidShape } from '../../../src/openids';
import { Document } from '../../../src/openids/document';
import { Findings } from '../../../src/openids/findings';
import { ada, bo, short, strange, union } from './samples';
import { type Person, writers } from './writers';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const ending = (length: number) =>
  fc.string({
    unit: fc.nat(letters.length - 1).map(i => letters.charAt(i)),
    minLength: length,
    maxLength: length,
  });
const people = fc.array(
  fc.record<Person>({
    openid: ending(22).map(end => `o6_bmj${end}`),
    unionid: ending(22).map(end => `ocMvos${end}`),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Text that resembles everything and is nothing. */
const pieces = fc.oneof(
  fc.constantFrom(ada, bo, strange, short, union),
  fc.constantFrom(...'openid unionid IN VALUES CDATA name 1 中文 openid,unionid\n |openid|a|\n'.split(' ')),
  fc.constantFrom(...`" ' “ ” , ， : ： = => [ ] { } ( ) < > </ | ; & - <![CDATA[ ]]>`.split(' ')),
  fc.constantFrom(...'\\ \\" \\n \\u200b %22 %3D &quot;'.split(' ')),
  fc.constantFrom(' ', '\t', '\n', '\r\n', '\u200b', '\ufeff', '\0', '\ud800'),
);
const anyText = fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''));

describe('findOpenids, for any text', function () {
  this.timeout(60_000);

  it('gives each openid once', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        const found = openidsOf(await findOpenids(text));
        assert.equal(new Set(found).size, found.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives them in order, with the place where each stands unless it was cleaned inside', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        let last = -1;
        for (const { openid, offset } of (await findOpenids(text)).openids) {
          assert.ok(offset > last);
          last = offset;
          const there = text.slice(offset, offset + openid.length);
          if (there !== openid) assert.match(there, /[\u200b\ufeff\0\\%&]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the same again in a JSON list of what it found', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        const found = openidsOf(await findOpenids(text));
        const again = await findOpenids(JSON.stringify(found));
        assert.deepEqual(openidsOf(again), found);
        assert.deepEqual([again.duplicates, again.cleaned], [0, {}]);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the same wherever it pauses', () => {
    fc.assert(
      fc.property(anyText, text => {
        const [atOnce, stepwise] = [text.length, 1].map(pace => {
          const findings = new Findings(1000);
          const document = new Document(text, findings);
          while (document.read(pace));
          return findings.result(text.length);
        });
        assert.deepEqual(stepwise, atOnce);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('findOpenids, for text that says what is what', function () {
  this.timeout(60_000);

  for (const [form, write] of Object.entries(writers)) {
    it(`finds every openid and no unionid in ${form}`, async () => {
      await fc.assert(
        fc.asyncProperty(people, async persons => {
          const { openids, duplicates, cleaned } = await findOpenids(write(persons));
          const distinct = [...new Set(persons.map(({ openid }) => openid))];
          assert.deepEqual(
            openids.map(({ openid }) => openid),
            distinct,
          );
          assert.deepEqual([duplicates, cleaned], [persons.length - distinct.length, {}]);
        }),
      );
    });

    it(`invents nothing where ${form} is cut off`, async () => {
      await fc.assert(
        fc.asyncProperty(people, fc.nat(), async (persons, at) => {
          const text = write(persons);
          const known = new Set(persons.map(({ openid }) => openid));
          for (const openid of openidsOf(await findOpenids(text.slice(0, at % text.length))))
            assert.ok(known.has(openid), openid);
        }),
      );
    });

    it(`finds no piece of anything where ${form} is cut at both ends`, async () => {
      await fc.assert(
        fc.asyncProperty(people, fc.nat(), fc.nat(), async (persons, from, to) => {
          const text = write(persons);
          const [start = 0, end = 0] = [from % text.length, to % text.length].sort((a, b) => a - b);
          // A unionid of which the name is cut away cannot be told from an openid.
          const known = new Set(persons.flatMap(({ openid, unionid }) => [openid, unionid]));
          for (const openid of openidsOf(await findOpenids(text.slice(start, end))))
            assert.ok(known.has(openid), openid);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('loses nothing of a cut text but what is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.constantFrom(...Object.values(writers)),
        fc.nat(),
        async (persons, write, at) => {
          const text = write(persons);
          const cut = text.slice(0, at % text.length);
          const whole = persons.map(({ openid }) => openid).filter(openid => cut.includes(openid));
          assert.deepEqual(openidsOf(await findOpenids(cut)), [...new Set(whole)]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function openidsOf({ openids }: FoundOpenids): string[] {
  for (const { openid, shape } of openids) assert.equal(shape, openidShape(openid));
  return openids.map(({ openid }) => openid);
}
