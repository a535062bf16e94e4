import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Converter } from 'opencc-js/cn2t';
import * as ts from 'typescript';

const root = path.join(__dirname, '../..');
const toTraditional = Converter({ from: 'cn', to: 't' });

/** Characters that the tables turn into others, though Traditional Chinese writes them itself, too. */
const both = new Set('台里只于系群布回准占游峰');

/** The console's own menu is Simplified Chinese in every language. */
const consoleNames = /我的业务|基础信息|开发密钥|API IP白名单/g;

/** Simplified characters of a text. Each is looked at by itself: a dictionary would correct whole words. */
function simplifiedIn(text: string): string[] {
  return Array.from(text.replace(consoleNames, '')).filter(
    character => !both.has(character) && toTraditional(character) !== character,
  );
}

/** The third text of every `localized('English', '简体', '繁體')` of a source. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    const text =
      ts.isCallExpression(node) && node.expression.getText() === 'localized' ? node.arguments[2] : undefined;
    if (text && ts.isStringLiteralLike(text)) texts.push(text.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return texts;
}

function simplifiedOf(texts: readonly string[]): string[] {
  return texts.flatMap(text => simplifiedIn(text).map(character => `${character} in ${text}`));
}

describe('Traditional Chinese', () => {
  it('is told from Simplified Chinese', () => {
    assert.deepEqual(simplifiedIn('这个批次已经结束'), ['这', '个', '经', '结']);
    assert.deepEqual(simplifiedIn('這個批次已經結束'), []);
  });

  for (const file of ['l10n/bundle.l10n.zh-tw.json', 'package.nls.zh-tw.json']) {
    it(`is all that ${file} holds`, () => {
      const texts = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
      assert.deepEqual(simplifiedOf(Object.values(texts)), []);
    });
  }

  it('is all that scenes, profiles, errors and decoded texts say', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const texts = sources
      .filter(file => file.endsWith('.ts'))
      .flatMap(file => textsIn(path.join(root, 'src', file)));
    assert.ok(texts.length > 150, `${texts.length} texts were found`);
    assert.deepEqual(simplifiedOf(texts), []);
  });
});
