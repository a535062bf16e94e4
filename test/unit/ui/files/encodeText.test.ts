import assert from 'node:assert/strict';

import { encoded, isKeptWhole } from '../../../../src/ui/files/encodeText';
import { useFakeVSCode } from '../../../fakeVSCode';

describe('encoded', () => {
  useFakeVSCode();

  // eslint-disable-next-line @typescript-eslint/require-await -- as long texts come
  async function* pieces() {
    yield '备';
    yield '注';
  }
  const parts = async (encoding: string) => {
    const all: (string | Uint8Array)[] = [];
    for await (const part of encoded(pieces(), encoding)) all.push(part);
    return all;
  };

  it('gives UTF-8 piece by piece, and its mark once', async () => {
    assert.deepEqual(await parts('utf8'), ['备', '注']);
    assert.deepEqual(await parts('utf8bom'), ['\uFEFF', '备', '注']);
  });

  it('gives other encodings as their bytes, in one', async () => {
    const bytes = (hex: string) => [Buffer.from(hex, 'hex')];
    assert.deepEqual(await parts('gb18030'), bytes('b1b8d7a2'));
    assert.deepEqual(await parts('utf16le'), bytes('fffe0759e86c'));
  });

  it('writes no question marks for what an encoding lacks', async () => {
    await assert.rejects(parts('windows1252'), /the encoding of the file \(windows1252\) lacks/);
  });

  it('knows a file whose bytes would not come back', async () => {
    const bytes = Uint8Array.of(0x61, 0xff, 0xff);
    assert.equal(await isKeptWhole({ text: 'a\ufffd\ufffd', encoding: 'gb18030', bytes }), false);
    assert.equal(await isKeptWhole({ text: 'a', encoding: 'gb18030', bytes: bytes.subarray(0, 1) }), true);
  });
});
