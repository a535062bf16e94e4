import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { Uri } from 'vscode';

import { commands } from '../../../../src/manifest';
import { useExtension } from '../../useExtension';

describe('a copy with profiles keeps every byte but for what was added', () => {
  const { window, extension, person } = useExtension();
  const at = (name: string) => Uri.file(path.join(extension.folder, name));
  const bom = '\uFEFF';
  const utf8 = (text: string) => Buffer.from(text);
  const utf16le = (text: string) => Buffer.from(bom + text, 'utf16le');
  const utf16be = (text: string) => Buffer.from(bom + text, 'utf16le').swap16();
  const gb18030 = (text: string) => iconv.encode(text, 'gb18030');
  /** The file's text for each of: before, and after with the outcomes of two people. */
  const shapes: readonly (readonly [
      name: string,
      encode: (text: string) => Buffer,
      before: (a: string, b: string) => string,
      after: (a: string, b: string) => string,
    ])[] = [
      ['utf8.csv', utf8, (a, b) => `openid,名\n${a},张三\n${b},"a ""b"", c"\n`, (a, b) => `openid,名,outcome\n${a},张三,following\n${b},"a ""b"", c",notFollowing\n`],
      ['bom-crlf.csv', utf8, (a, b) => `${bom}编号;openid\r\n1;${a}\r\n2;\r\n\r\n3;${b}`, (a, b) => `${bom}编号;openid;outcome\r\n1;${a};following\r\n2;;\r\n\r\n3;${b};notFollowing`],
      ['gb18030.csv', gb18030, (a, b) => `姓名,openid\r\n张三𠮷,${a}\r\n"李\r\n四",${b}\r\n`, (a, b) => `姓名,openid,outcome\r\n张三𠮷,${a},following\r\n"李\r\n四",${b},notFollowing\r\n`],
      ['utf16le.tsv', utf16le, (a, b) => `openid\t名\r\n${a}\t张三\r\n${b}\r\n`, (a, b) => `openid\t名\toutcome\r\n${a}\t张三\tfollowing\r\n${b}\t\tnotFollowing\r\n`],
      ['utf16be.csv', utf16be, (a, b) => `"openid","名"\n"${a}","张三"\n"${b}",""\n`, (a, b) => `"openid","名","outcome"\n"${a}","张三","following"\n"${b}","","notFollowing"\n`],
      ['headless.csv', utf8, (a, b) => `1,${a}\r2,${b}\r`, (a, b) => `1,${a},following\r2,${b},notFollowing\r`],
      ['pretty.json', utf8, (a, b) => `[\r\n  {\r\n    "openid": "${a}"\r\n  },\r\n  {\r\n    "openid": "${b}"\r\n  }\r\n]`, (a, b) => `[\r\n  {\r\n    "openid": "${a}",\r\n    "outcome": "following"\r\n  },\r\n  {\r\n    "openid": "${b}",\r\n    "outcome": "notFollowing"\r\n  }\r\n]`],
      ['comments.jsonc', utf8, (a, b) => `${bom}{ // 粉丝\n\t"list": [{"openid": "${a}", "n": 1.0,}, {"openid": "${b}"}],\n}`, (a, b) => `${bom}{ // 粉丝\n\t"list": [{"openid": "${a}", "n": 1.0, "outcome": "following",}, {"openid": "${b}", "outcome": "notFollowing"}],\n}`],
      ['lines.ndjson', utf8, (a, b) => `{"_openid":"${a}"}\r\noops\r\n{"_openid":"${b}"}`, (a, b) => `{"_openid":"${a}","outcome":"following"}\r\noops\r\n{"_openid":"${b}","outcome":"notFollowing"}`],
      ['gb18030.json', gb18030, (a, b) => `[{"姓名":"张三","openid":"${a}"},{"姓名":"李四","openid":"${b}"}]\n`, (a, b) => `[{"姓名":"张三","openid":"${a}","outcome":"following"},{"姓名":"李四","openid":"${b}","outcome":"notFollowing"}]\n`],
    ]; // prettier-ignore

  for (const [name, encode, before, after] of shapes)
    it(`in ${name}`, async () => {
      const [ada = ''] = extension.account.openids({ state: 'following' }, 1);
      const [stranger = ''] = extension.account.openids({ state: 'neverFollowed' }, 1);
      const original = encode(before(ada, stranger));
      await writeFile(at(name).fsPath, original);
      person.chooses('Which columns to add?', ['Outcome']).names('Save', at('copy'));
      await extension.run(commands.addProfilesToFile, at(name));
      assert.deepEqual(await readFile(at('copy').fsPath), encode(after(ada, stranger)));
      assert.deepEqual(await readFile(at(name).fsPath), original);
      assert.match(window.messages.at(-1) ?? '', /the profiles of 2 people: 1 following, 1 not following\./);
    });
});
