import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { openidLinks } from '../../../src/editor/inlineHelp';
import { commands, extensionId } from '../../../src/manifest';

const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

describe('hovers', () => {
  before(() => vscode.extensions.getExtension(extensionId)?.activate());

  async function hover(content: string, word: string, language = 'json'): Promise<vscode.MarkdownString[]> {
    const document = await vscode.workspace.openTextDocument({ language, content });
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(content.indexOf(word) + 1),
    );
    return hovers.flatMap(({ contents }) => contents).filter(card => card instanceof vscode.MarkdownString);
  }

  for (const [what, content, language] of [
    ['JSON', '{\n  "errcode": 40164,\n  "errmsg": "invalid ip 203.0.113.7, not in whitelist"\n}', 'json'],
    ['a log line', '10:00 wechat: {"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6"}', 'log'],
    ['escaped JSON', '{"body":"{\\"errcode\\":40164,\\"errmsg\\":\\"invalid ip 203.0.113.7\\"}"}', 'json'],
  ] as const) {
    it(`explain an errcode in ${what}, with the address of its message`, async () => {
      const [card] = await hover(content, '40164', language);
      assert.match(card?.value ?? '', /40164.*203\.0\.113\.7/s);
      assert.deepEqual(card?.isTrusted, {
        enabledCommands: [
          commands.openProfile,
          commands.copyOpenid,
          commands.copyUnionid,
          commands.copyProfile,
          commands.explainError,
        ],
      });
    });
  }

  it('tell a wrong secret from a stale token, and when the request was, in a line of the log', async () => {
    const line = 'POST /cgi-bin/stable_token · errcode 40001 · rid 62e14637-0aa1bb2c-3dd4ee5f · 31 ms';
    const [card] = await hover(line, '40001', 'log');
    assert.match(card?.value ?? '', /AppSecret/);
    assert.match(card?.value ?? '', /62e14637.*2022/s);
  });

  it('say nothing of an openid that was never fetched, of errcode 0, and of other words', async () => {
    assert.deepEqual(await hover(`user ${openid} logged in`, openid, 'log'), []);
    assert.deepEqual(await hover('{"errcode":0,"errmsg":"ok"}', '0', 'log'), []);
    assert.deepEqual(await hover('errcode 40164 in prose', 'prose', 'log'), []);
  });

  it('escape what WeChat’s message holds', async () => {
    const errmsg = '[x](command:workbench.action.quit) <b>bold</b> `code`';
    const [card] = await hover(JSON.stringify({ errcode: 99999, errmsg }), '99999', 'log');
    assert.ok(card);
    assert.ok(!card.value.includes('[x](command:'));
    assert.ok(!card.value.includes('<b>'));
  });

  it('are silent once they are switched off', async () => {
    const settings = vscode.workspace.getConfiguration('wechatOpenid');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hover('{"errcode":40164}', '40164', 'log'), []);
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('links in terminals', () => {
  it('are openids of the usual shape, where they stand', () => {
    const line = `user=${openid}, "oHHS77fsd5bT8nWq_kL2mZx9Yc1A" ok`;
    assert.deepEqual(
      openidLinks({ line }).map(({ startIndex, length, openid: found }) => [startIndex, length, found]),
      [
        [5, 28, openid],
        [36, 28, 'oHHS77fsd5bT8nWq_kL2mZx9Yc1A'],
      ],
    );
  });

  it('are neither long names in small letters nor parts of longer words', () => {
    for (const line of [
      'organization-settings-module',
      `x${openid}`,
      `${openid}x`,
      openid.slice(0, 27),
      'o'.repeat(1000),
    ]) {
      assert.deepEqual(openidLinks({ line }), [], line);
    }
  });
});
