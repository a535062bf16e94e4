import assert from 'node:assert/strict';
import * as fc from 'fast-check';

import { type Addition } from '../../../../src/enriching';
import { readJson, readJsonLines } from '../../../../src/enriching/json/readJson';
import { addition, enriched, fault, person } from '../enrich';

const [a, b] = [person('a'), person('b')];
const unknown: Addition = { names: ['scene', 'tags'], valuesOf: () => [undefined, ['星标组', 'VIP']] };

describe('a JSON file', () => {
  it('gets the properties at the end of each object, in lines like its own', async () => {
    assert.equal(
      await enriched(readJson(`[\r\n\t{\r\n\t\t"openid": "${a}",\r\n\t\t"n": 1\r\n\t}\r\n]\r\n`)),
      `[\r\n\t{\r\n\t\t"openid": "${a}",\r\n\t\t"n": 1,\r\n\t\t"outcome": "following",\r\n\t\t"tag": "a"\r\n\t}\r\n]\r\n`,
    );
  });

  it('gets them beside the others where objects have one line', async () => {
    const cases = [
      [`[{"openid":"${a}","n":1}]`, `[{"openid":"${a}","n":1,"outcome":"following","tag":"a"}]`],
      [`[{"n": 1, "openid": "${a}"}]`, `[{"n": 1, "openid": "${a}", "outcome": "following", "tag": "a"}]`],
      [`[{ "openid": "${a}" }]`, `[{ "openid": "${a}", "outcome": "following", "tag": "a" }]`],
      [`[{"openid": "${a}"}]`, `[{"openid": "${a}", "outcome": "following", "tag": "a"}]`],
      [`{"openid":"${a}"}`, `{"openid":"${a}","outcome":"following","tag":"a"}`],
    ];
    for (const [before = '', after] of cases) assert.equal(await enriched(readJson(before)), after);
  });

  it('says what is not known with null, and tags as a list', async () => {
    assert.equal(
      await enriched(readJson(`{"openid":"${a}"}`), unknown),
      `{"openid":"${a}","scene":null,"tags":["星标组","VIP"]}`,
    );
    assert.match(
      await enriched(readJson(`{ "openid": "${a}" }`), unknown),
      /"tags": \["星标组", "VIP"\] \}$/,
    );
  });

  it('keeps comments and trailing commas', async () => {
    const before = `// fans\n[\n  {\n    "openid": "${a}", // Ada\n    "n": { "x": 1 }, /* last */\n  },\n]`;
    assert.equal(
      await enriched(readJson(before)),
      before.replace('1 },', '1 },\n    "outcome": "following",\n    "tag": "a",'),
    );
    assert.equal(
      await enriched(readJson(`{"openid":"${a}" /* Ada */}`)),
      `{"openid":"${a}","outcome":"following","tag":"a" /* Ada */}`,
    );
  });

  it('is edited wherever an object has the key, at any depth', async () => {
    const before = `{"data":[{"openid":"${a}","friend":{"openid":"${b}"}},{"name":"x"},{"openid":""},{"openid":null}]}`;
    assert.equal(
      await enriched(readJson(before)),
      `{"data":[{"openid":"${a}","friend":{"openid":"${b}","outcome":"following","tag":"b"},"outcome":"following","tag":"a"},` +
        '{"name":"x"},{"openid":""},{"openid":null}]}',
    );
  });

  it('leaves numbers, escapes and doubled keys as they are', async () => {
    const before = String.raw`[{"big":12345678901234567890,"e":1.0E+2,"s":"\u4e2d\/","s":"","openid":"${a}"}]`;
    const after = await enriched(readJson(before));
    assert.equal(after.replace(',"outcome":"following","tag":"a"', ''), before);
  });

  it('gives a number to keys that some object has already', async () => {
    const before = `[{"openid":"${a}"},{"openid":"${b}","tag":"x"}]`;
    assert.match(await enriched(readJson(before)), /"outcome":"following","tag_2":"a"\},.*"tag_2":"b"\}/);
    const alike = `[{"openid":"${a}","x":1},{"openid":"${b}","tag":1}]`;
    assert.match(await enriched(readJson(alike)), /"x":1,"outcome":"following","tag_2":"a"\}/);
  });

  it('tells the keys that hold openids, by name or else by what stands there', async () => {
    const keys = async (text: string) => (await readJson(text)).places.map(({ name }) => name);
    assert.deepEqual(await keys(`[{"wx_openid":"${a}","unionid":"${b}","fan":"${b}"}]`), ['wx_openid']);
    assert.deepEqual(await keys(`[{"fan":"${a}","unionid":"${b}","name":"Ada"}]`), ['fan']);
    const notes = `[{"note":"x"},{"note":"y"},{"note":"${a}"}]`;
    assert.equal(await fault(readJson(notes)), 'noOpenids');
    assert.deepEqual(await keys(`[{"openid":"${a}","mp_openid":"${b}"}]`), ['openid', 'mp_openid']);
  });

  it('is refused with the reason where nothing can be added', async () => {
    assert.equal(await fault(readJson('\n')), 'empty');
    assert.equal(await fault(readJson(`["${a}", "${b}"]`)), 'list');
    assert.equal(await fault(readJson(`{"openids":["${a}"]}`)), 'list');
    assert.equal(await fault(readJson('[{"name":"Ada"}]')), 'noOpenids');
    assert.equal(await fault(readJson(`[{"unionid":"${a}"}]`)), 'onlyUnionids');
    assert.equal(await fault(readJson(`[\n{"openid":"${a}"},\n{"openid"`)), 'invalidJson 3');
    assert.equal(await fault(readJson('['.repeat(200_000))), 'invalidJson 1');
  });

  it('may have one value a line, as databases export it', async () => {
    const before = `{"openid":"${a}"}\n{"openid":"${b}"}\n`;
    assert.equal(await enriched(readJson(before)), await enriched(readJsonLines(before)));
  });
});

describe('an NDJSON file', () => {
  it('is edited line by line, and keeps what is no JSON', async () => {
    const before = `{"openid":"${a}"}\r\n\r\n{"openid":"${b}"\r\n# end\r\n{ "openid": "${b}" }`;
    const reading = readJsonLines(before);
    assert.equal((await reading).unreadable, 2);
    assert.equal(
      await enriched(reading),
      `{"openid":"${a}","outcome":"following","tag":"a"}\r\n\r\n{"openid":"${b}"\r\n# end\r\n` +
        `{ "openid": "${b}", "outcome": "following", "tag": "b" }`,
    );
  });

  it('may be a whole JSON text in truth', async () => {
    const before = `[\n{\n"openid":"${a}"\n}\n]`;
    assert.equal(await enriched(readJsonLines(before)), await enriched(readJson(before)));
  });

  it('is refused with the reason where nothing can be added', async () => {
    assert.equal(await fault(readJsonLines('')), 'empty');
    assert.equal(await fault(readJsonLines(`"${a}"\n"${b}"\n`)), 'list');
    assert.equal(await fault(readJsonLines('one\ntwo\n')), 'invalidJson 1');
  });
});

describe('any JSON file', () => {
  const object = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  const objects = fc.array(
    fc.tuple(object, fc.constantFrom(a, b, '', undefined), object).map(([before, openid, after]) => ({
      ...before,
      ...(openid !== undefined && { openid }),
      ...after,
    })),
    { minLength: 1, maxLength: 8 },
  );

  it('is the same to the last byte but for what was added, and what was added is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        objects,
        fc.constantFrom(undefined, 1, 2, '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (generated, indent, end) => {
          const all = [{ openid: a }, ...generated];
          const before = JSON.stringify(all, undefined, indent).replaceAll('\n', end);
          const after = await enriched(readJson(before), addition, 'openid');
          const marked = /,\s*"outcome": ?"following",\s*"tag": ?"[ab]"/g;
          assert.equal(after.replace(marked, ''), before);
          const openidOf = (each: object) => ('openid' in each ? each.openid : undefined);
          const expected = all.map(each =>
            openidOf(each) === a || openidOf(each) === b
              ? { ...each, outcome: 'following', tag: String(openidOf(each)).slice(-1) }
              : each,
          );
          // As JSON has it: no -0, and `__proto__` is a key like any other.
          assert.deepEqual(JSON.parse(after), JSON.parse(JSON.stringify(expected)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
