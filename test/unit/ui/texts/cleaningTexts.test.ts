import assert from 'node:assert/strict';

import { cleanOpenid, findOpenids } from '../../../../src/openids';
import { cleaningsText, hiddenText } from '../../../../src/ui/texts/cleaningTexts';

const ada = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const dirty = `${ada.slice(0, 9)}\u200b${ada.slice(9)}`;

describe('texts about cleaning', () => {
  it('name each kind once, and no pieces that were cut', () => {
    assert.equal(cleaningsText({ zeroWidth: 1, cut: 2, spaces: 3 }), 'spaces, zero-width characters');
    assert.equal(cleaningsText({}), '');
  });

  it('tell of characters hidden within an openid', async () => {
    const { cleaned } = await findOpenids(`["${dirty}"]`);
    assert.equal(
      hiddenText(dirty, cleanOpenid(dirty).openid, cleaned),
      `Hidden characters within the openid were removed (zero-width characters): ${ada}`,
    );
  });

  it('tell of none around it', () => {
    assert.equal(hiddenText(`\u200b${ada}`, ada, { zeroWidth: 1 }), undefined);
    assert.equal(hiddenText(`" ${ada}"`, ada, { quotes: 1, spaces: 1 }), undefined);
  });
});
