import assert from 'node:assert/strict';

import { findOpenids, type LeftOutKind } from '../../../../src/openids';
import { leftOutText, lineOf } from '../../../../src/ui/texts/leftOutTexts';

const ada = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const union = (last: string) => `oU9nQ-rPTlm6_2sgVt7hMZOPfL2${last}`;

describe('texts about what was left out', () => {
  const kinds: Readonly<Record<LeftOutKind, readonly [one: string, several: string]>> = {
    unionid: ['1 unionid', '1,200 unionids'],
    appid: ['1 AppID', '1,200 AppIDs'],
    secret: ['1 secret', '1,200 secrets'],
    sessionKey: ['1 session key', '1,200 session keys'],
    token: ['1 token', '1,200 tokens'],
    ticket: ['1 ticket', '1,200 tickets'],
    otherColumn: ['1 value of another column', '1,200 values of other columns'],
    notOpenid: ['1 value that cannot be an openid', '1,200 values that cannot be openids'],
  };
  for (const [kind, [one, several]] of Object.entries(kinds) as [LeftOutKind, [string, string]][]) {
    it(`count ${several}`, () => {
      assert.equal(leftOutText([{ kind, count: 1, offsets: [0] }]), one);
      assert.equal(leftOutText([{ kind, count: 1200, offsets: [0] }]), several);
    });
  }

  it('name each kind that a text holds, the commonest first', async () => {
    const { leftOut } = await findOpenids(
      JSON.stringify([
        { openid: ada, token: union('a'), unionid: union('b') },
        { openid: ada, unionid: union('c') },
      ]),
    );
    assert.equal(leftOutText(leftOut), '2 unionids, 1 token');
  });

  it('are empty where nothing was', () => {
    assert.equal(leftOutText([]), '');
  });

  it('name the line of a place, the break being of the line that it ends', () => {
    const text = 'a\nbc\r\n\nd';
    assert.deepEqual(
      Array.from({ length: text.length }, (_, offset) => lineOf(text, offset)),
      [1, 1, 2, 2, 2, 2, 3, 4],
    );
  });
});
