import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { getL10nJson } from '@vscode/l10n-dev';

const root = path.join(__dirname, '../..');
const languages = ['zh-cn', 'zh-tw'];

describe('texts in three languages', () => {
  let used: ReadonlyMap<string, string>;

  before(async function () {
    this.timeout(60_000);
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files
      .filter(file => file.endsWith('.ts'))
      .map(file => readText(path.join('src', file)))
      .filter(source => source.includes('l10n'));
    // As one file: a parser is made for each, which takes longer than all there is to parse.
    const extracted = await getL10nJson([{ extension: '.ts', contents: sources.join('\n') }]);
    used = new Map(
      Object.entries(extracted).map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
    );
    assert.ok(used.size > 50, 'the texts of the sources were found');
  });

  for (const language of languages) {
    describe(`l10n/bundle.l10n.${language}.json`, () => {
      const bundle = readTexts(`l10n/bundle.l10n.${language}.json`);

      it('has every text of the sources', () => {
        assert.deepEqual(
          [...used.keys()].filter(key => !(key in bundle)),
          [],
        );
      });

      it('has no text that the sources no longer use', () => {
        assert.deepEqual(
          Object.keys(bundle).filter(key => !used.has(key)),
          [],
        );
      });

      it('keeps every placeholder', () => {
        for (const [key, text] of used) {
          assert.deepEqual(placeholders(bundle[key] ?? ''), placeholders(text), key);
        }
      });
    });

    it(`package.nls.${language}.json translates package.nls.json, no more and no less`, () => {
      const english = readTexts('package.nls.json');
      const translated = readTexts(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translated), Object.keys(english));
      for (const [key, text] of Object.entries(english)) {
        assert.deepEqual(commandLinks(translated[key] ?? ''), commandLinks(text), key);
      }
    });
  }

  for (const language of languages)
    it(`has no gap between Chinese characters, no half-width mark behind one, and one word for "you" in ${language}`, () => {
      for (const file of [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`])
        for (const [key, text] of Object.entries(readTexts(file)))
          assert.doesNotMatch(text, /\p{Script=Han} \p{Script=Han}|\p{Script=Han}[,:;?!]|您/u, key);
    });

  it('package.json uses every text of package.nls.json, and only those', () => {
    const placeholdersUsed = [...readText('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(
      [...new Set(placeholdersUsed)].sort(),
      Object.keys(readTexts('package.nls.json')).sort(),
    );
  });
});

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

function commandLinks(text: string): string[] {
  return text.match(/\(command:[\w.]+\)/g) ?? [];
}

function readTexts(file: string): Record<string, string> {
  return JSON.parse(readText(file)) as Record<string, string>;
}

function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
