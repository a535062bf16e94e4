import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const root = path.join(__dirname, '../..');
const languages = ['zh-cn', 'zh-tw'];

describe('texts in three languages', () => {
  let used: ReadonlyMap<string, string>;

  before(() => {
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter(file => file.endsWith('.ts')).map(file => readText(path.join('src', file)));
    used = new Map(sources.filter(source => source.includes('l10n.t(')).flatMap(textsIn));
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

/** Each `l10n.t(…)` as its key in a bundle and its English text; `vscode.l10n` joins a comment to the key. */
function textsIn(source: string): [key: string, text: string][] {
  const found: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t')
      found.push(textOf(node.arguments[0]));
    node.forEachChild(visit);
  };
  ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true).forEachChild(visit);
  return found;
}

function textOf(argument: ts.Expression | undefined): [key: string, text: string] {
  if (argument && ts.isStringLiteralLike(argument)) return [argument.text, argument.text];
  assert.ok(
    argument && ts.isObjectLiteralExpression(argument),
    `no text can be told of ${argument?.getText()}`,
  );
  const fields = new Map(
    argument.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.getText(), literals(initializer)]),
  );
  const message = fields.get('message') ?? '';
  return [`${message}/${fields.get('comment')}`, message];
}

function literals(node: ts.Node): string {
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literals).join('');
  return ts.isStringLiteralLike(node) ? node.text : '';
}

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
