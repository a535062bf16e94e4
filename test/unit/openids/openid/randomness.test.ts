import assert from 'node:assert/strict';
import { isPieceOfBase64, readsAsWords } from '../../../../src/openids/openid/randomness';
import { ada, bo, cy, dee, stranger, union } from '../samples';

describe('a word of the usual shape', () => {
  for (const name of [
    'official_account_template_id', // no capital letter
    'object2xmlWithoutRootElement',
    'onActivityResultForFragment1',
    'openid-client-with-token-tls',
    'onUserInformationChangedOnce',
    'oauthAuthorizationServerName',
  ])
    it(`reads as a name: ${name}`, () => {
      assert.equal(name.length, 28);
      assert.ok(readsAsWords(name));
    });

  for (const id of [ada, bo, cy, dee, stranger, union])
    it(`reads as an id: ${id}`, () => assert.ok(!readsAsWords(id)));

  it('is an id where one character fills it, as people make them up for a test', () => {
    assert.ok(!readsAsWords('oTestUser0000000000000000001'));
    assert.ok(readsAsWords('oTestUserNumberOneOfTheTests'));
  });

  it('is an id where what looks like words cannot be spoken', () => {
    assert.ok(readsAsWords('onLoadUserPageWithAllItemsOk'));
    assert.ok(!readsAsWords('onLdXtrPgWthLlTmsKvZrPqNmWxB'));
  });
});

describe('a piece of base64', () => {
  const is = (before: string, after: string, word = ada.replaceAll(/[_-]/g, 'x')) =>
    isPieceOfBase64(before + word + after, before.length, before.length + word.length);

  it('stands beside what no word stands beside', () => {
    assert.ok(is('sha512-Ab3dEf9hIjKl+', '/Qr5tUv7w'));
    assert.ok(!is('"', '"'));
    assert.ok(!is(' ', ' '));
  });

  it('ends with what fills it up, unless that begins a value', () => {
    assert.ok(is('', '=='));
    assert.ok(is('', '= '));
    for (const after of ['="x"', '=1', '===', "='x'", '=%20']) assert.ok(!is('', after), after);
  });

  it('is the last line of a key, under lines of 64 or 76 characters', () => {
    for (const length of [64, 76]) {
      const line = 'Ab3d'.repeat(length / 4);
      assert.ok(is(`-----BEGIN KEY-----\n${line}\n`, '\n'), `${length}`);
      assert.ok(is(`${line}\r\n`, ''), `${length}, Windows`);
    }
    for (const line of ['Ab3d'.repeat(15), 'abcd'.repeat(16), 'Abcd'.repeat(16), '1234'.repeat(16)])
      assert.ok(!is(`${line}\n`, '\n'), line);
  });

  it('is none that has the characters of URLs in it', () => {
    assert.ok(!is('Ab3dEf9hIjKl+', '/Qr5tUv7w', ada));
  });

  it('is none beside other openids, or words', () => {
    assert.ok(!is(`${bo}+`, ''));
    assert.ok(!is('users/', '/profile'));
    assert.ok(!is('/', '/'));
  });

  it('is one in a long path of mixed characters, and none in a short one', () => {
    assert.ok(is('Ab3dEf9hIjKlMnOpQrStUv/', '/Qr5tUv7wXy'));
    assert.ok(!is('Ab3dEf9/', ''));
    assert.ok(!is('usersOfTheOtherAccount/', '/listOfProfiles'));
  });
});
