import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { useExtension } from '../../useExtension';

const openid = 'o6_bmjHCrrLBVDYNc-2fQbMpUaE-';
const answer = `{"subscribe":1,"openid":"${openid}","subscribe_time":1434093047}`;
const refusal = '{"errcode":40164,"errmsg":"invalid ip 203.0.113.7';

describe('Decode WeChat Response', () => {
  const { window, extension, person } = useExtension({ registered: 0 });

  async function decode(request?: unknown): Promise<{ profiles: unknown[]; errors: unknown[] }> {
    const decoded = await extension.run(commands.decodeResponse, request);
    assert.ok(typeof decoded === 'object' && decoded !== null);
    assert.ok('profiles' in decoded && Array.isArray(decoded.profiles));
    assert.ok('errors' in decoded && Array.isArray(decoded.errors));
    return { profiles: decoded.profiles, errors: decoded.errors };
  }

  afterEach(() => assert.deepEqual(extension.weChat.requests, []));

  for (const [what, lines, progress] of [
    ['a short text', 1, 0],
    ['a text that is long enough for a progress notification', 50_000, 1],
  ] as const) {
    it(`returns the profile in ${what}, and shows it`, async () => {
      const text = `${'10:00 INFO nothing to see here\n'.repeat(lines)}10:01 INFO ${answer}\n`;
      assert.equal((await decode({ text })).profiles.length, 1);
      assert.deepEqual([window.progress.length, window.panels.length], [progress, 1]);
    });
  }

  it('shows several profiles as a table, and tells of those that stood there twice', async () => {
    const text = [answer, answer, answer.replace(openid, 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M')].join('\n');
    assert.equal((await decode({ text })).profiles.length, 2);
    assert.match(window.messages[0] ?? '', /^Profiles found: 2\. Answers replaced by a later one.*: 1\.$/);
  });

  it('explains an error that is cut behind its code', async () => {
    const [error] = (await decode({ text: refusal })).errors as { code: number; ip: string }[];
    assert.deepEqual([error?.code, error?.ip], [40164, '203.0.113.7']);
    assert.deepEqual(window.shown[0]?.choices, ['Copy IP', 'Open WeChat Console', 'Copy', 'Documentation']);
  });

  it('names errors beside profiles, and explains the first where it is wanted', async () => {
    person.chooses('Errors found: 40013', 'Explain 40013');
    await decode({ text: `${answer}\n{"errcode":40013,"errmsg":"invalid appid"}` });
    assert.match(window.messages[0] ?? '', /^Profiles found: 1\. Errors found: 40013\.$/);
  });

  it('reads the selection, or else the whole of a small document', async () => {
    window.openEditor('app.log', `${answer}\n${refusal}`, [0, answer.length]);
    assert.equal((await decode()).errors.length, 0);
    window.openEditor('app.log', `${answer}\n{"errcode":40013,"errmsg":"invalid appid"}`);
    assert.equal((await decode()).errors.length, 1);
    window.openEditor('long.log', ' '.repeat(1_000_001));
    assert.equal(await extension.run(commands.decodeResponse), undefined);
    assert.match(window.messages.at(-1) ?? '', /^long\.log is too long to be read whole/);
  });

  it('asks for the text where there is no editor', async () => {
    person.types('Paste what WeChat answered', answer);
    assert.equal((await decode()).profiles.length, 1);
    person.closes('Paste what WeChat answered');
    assert.equal(await extension.run(commands.decodeResponse), undefined);
  });

  it('says what a text is that is no answer', async () => {
    assert.equal(await extension.run(commands.decodeResponse, { text: 'hello' }), undefined);
    assert.equal(window.shown[0]?.kind, 'error');
  });
});
