import assert from 'node:assert/strict';

import fc from 'fast-check';

import { fileNameFor } from '../../../../src/ui/files/fileNameFor';
import { wrongOnWindows } from '../../files/windowsNames';

describe('fileNameFor', () => {
  for (const [words, name] of [
    ['ticket-4711.json-profiles', 'ticket-4711.json-profiles.csv'],
    ['张三的公众号-Followers-2026-11-28', '张三的公众号-Followers-2026-11-28.csv'],
    ['a:b?c*d<e>f|g"h\\i/j', 'a-b-c-d-e-f-g-h-i-j.csv'],
    ['CON', 'CON_.csv'],
    ['com¹.2026', 'com¹_.2026.csv'],
    ['Lpt9-profiles', 'Lpt9-profiles.csv'],
    ['what is this...', 'what-is-this.csv'],
    ['.hidden', 'hidden.csv'],
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['???', 'export.csv'],
    ['', 'export.csv'],
    ['e\u0301te\u0301', 'été.csv'],
    ['\u202efdp.exe\u0000\n', 'fdp.exe.csv'],
  ] as const)
    it(`makes ${name} of ${JSON.stringify(words)}`, () => assert.equal(fileNameFor(words, 'csv'), name));

  it('keeps the beginning and the end of long names, and no half of a character', () => {
    const name = fileNameFor(`begin-${'长'.repeat(400)}-end`, 'ndjson');
    assert.match(name, /^begin-长+-end\.ndjson$/);
    assert.ok(Buffer.byteLength(name) <= 210);
    const rare = fileNameFor('𠮷'.repeat(300), 'csv');
    assert.match(rare, /^𠮷+\.csv$/u);
    assert.ok(Buffer.byteLength(rare) <= 210);
  });

  it('gives a name that every system takes, for whatever words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), words => {
        assert.deepEqual(wrongOnWindows(fileNameFor(words, 'csv')), []);
      }),
    );
  });
});
