import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { addLines, PackedOpenids } from '../../../../src/lists/openids/packedOpenids';

const openid = () => `oAbCd1${randomBytes(17).toString('base64url').slice(0, 22)}`;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const positionOf = (set: PackedOpenids, text: string) => set.positionOf(bytesOf(text), 0, text.length);

describe('openids as packed bytes', () => {
  it('stand in the order in which they came, each once, through every growth', () => {
    const known = new Map<string, number>();
    const packed = new PackedOpenids();
    for (let at = 0; at < 30_000; at++) {
      const text = at % 7 === 6 ? (packed.at(at % 100) ?? openid()) : openid();
      assert.equal(packed.addText(text), !known.has(text));
      if (!known.has(text)) known.set(text, known.size);
    }
    assert.equal(packed.size, known.size);
    for (const [text, position] of known) {
      assert.equal(positionOf(packed, text), position);
      assert.equal(packed.at(position), text);
    }
    assert.equal(positionOf(packed, openid()), -1);
  });

  it('tell where each stands while they are added, those of another length too', () => {
    const packed = new PackedOpenids();
    const place = (text: string) => packed.place(bytesOf(text), 0, text.length);
    const [one, other, odd] = [openid(), openid(), 'odd'];
    assert.deepEqual([one, odd, other, one, odd, other].map(place), [0, 1, 2, 0, 1, 2]);
    assert.deepEqual(
      [0, 1, 2, 3].map(at => packed.at(at)),
      [one, odd, other, undefined],
    );
  });

  it('tell openids apart that differ in a single character, wherever it stands', () => {
    const packed = new PackedOpenids();
    const one = openid();
    packed.addText(one);
    for (let at = 0; at < one.length; at++) {
      const other = one.slice(0, at) + (one[at] === 'x' ? 'y' : 'x') + one.slice(at + 1);
      assert.equal(positionOf(packed, other), -1, other);
      assert.ok(packed.addText(other));
    }
    assert.equal(packed.size, 29);
  });

  it('have the odd ones of another length among them', () => {
    const packed = new PackedOpenids();
    const texts = [openid(), 'oShort', openid(), 'o'.repeat(29)];
    assert.deepEqual(
      [...texts, ...texts].map(text => packed.addText(text)),
      [true, true, true, true, false, false, false, false],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map(at => packed.at(at)),
      texts,
    );
    assert.equal(positionOf(packed, 'oShort'), 1);
    assert.equal(positionOf(packed, 'oOther'), -1);
    assert.deepEqual([packed.at(-1), packed.at(4)], [undefined, undefined]);
  });

  it('are taken from whole lines only', () => {
    const packed = new PackedOpenids();
    const [a, b, c] = [openid(), openid(), openid()];
    assert.equal(addLines(packed, bytesOf(`${a}\n${b}\n${a}\n${c}`)), 2);
    assert.deepEqual([packed.at(0), packed.at(1), packed.size], [a, b, 2]);
  });
});
