import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { nodeCommands } from '../../src/manifest';

const root = path.join(__dirname, '../..');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;

/** Each README with the texts that the manifest has in its language. */
const twins = [
  { file: 'README.md', texts: 'package.nls.json' },
  { file: 'README.zh-CN.md', texts: 'package.nls.zh-cn.json' },
];

describe('the README and its Chinese twin', () => {
  const [english = '', chinese = ''] = twins.map(({ file }) => withoutFences(read(file)));

  it('have the same headings, level by level', () => {
    const levels = (text: string) => [...text.matchAll(/^#+(?= )/gm)].map(([marks]) => marks);
    assert.deepEqual(levels(chinese), levels(english));
  });

  it('show the same pictures, which exist, each with words for who does not see it', () => {
    const pictures = (text: string) => [...text.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)];
    assert.ok(pictures(english).length >= 3);
    assert.deepEqual(
      pictures(chinese).map(([, , source]) => source),
      pictures(english).map(([, , source]) => source),
    );
    for (const [all, words, source = ''] of [...pictures(english), ...pictures(chinese)]) {
      assert.notEqual(words, '', all);
      assert.ok(existsSync(path.join(root, source)), source);
    }
  });

  it('name the same settings, codes and values', () => {
    const codes = (text: string) => [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code))];
    assert.deepEqual(codes(chinese).sort(), codes(english).sort());
  });

  it('have tables of the same size, and lists of as many points', () => {
    const rows = (text: string) => text.match(/^(\||- |\d+\. )/gm)?.join('');
    assert.equal(rows(chinese), rows(english));
  });

  it('lead to each other and to files that exist', () => {
    assert.match(english, /\(README\.zh-CN\.md\)/);
    assert.match(chinese, /\(README\.md\)/);
    for (const [, target = ''] of (english + chinese).matchAll(/(?<!!\[[^\]]*)\]\((?!https:)([^)#]+)\)/g))
      assert.ok(existsSync(path.join(root, target)), target);
  });

  it('keep the rules of Chinese typesetting', () => {
    const slips = /.{0,20}(?:\p{Script=Han} \p{Script=Han}|\p{Script=Han}[,:;?!]|您)/gu;
    assert.deepEqual(chinese.match(slips) ?? [], []);
  });

  for (const { file, texts } of twins) {
    it(`list every command of the palette under its title in ${file}`, () => {
      const titles = JSON.parse(read(texts)) as Record<string, string>;
      const text = read(file);
      for (const { command, title } of contributes.commands) {
        if (nodeCommands.some(hidden => hidden === command)) continue;
        const shown = titles[title.slice(1, -1)] ?? '';
        const cell = new RegExp(`^\\|(?:[^|]* · | )${escaped(shown)}(?: · [^|]*| )\\|`, 'm');
        assert.ok(cell.test(text), `${command}: ${shown}`);
      }
    });

    it(`list every setting with its default in ${file}`, () => {
      const text = read(file);
      for (const [name, { default: value }] of Object.entries(contributes.configuration.properties))
        assert.ok(text.includes(`| \`${name}\` | \`${String(value)}\` |`), name);
    });
  }
});

function withoutFences(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
