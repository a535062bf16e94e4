import assert from 'node:assert/strict';

import { visibleText } from '../../../../src/webview/text/visibleText';

describe('visible text', () => {
  it('leaves ordinary text alone, in any script and with emoji', () => {
    for (const text of ['老客户 · VIP', 'naïve café', '👩‍💻🇨🇳', 'שלום', '<b>&amp;</b>'])
      assert.equal(visibleText(text), text);
  });

  it('shows control characters', () => {
    assert.equal(visibleText('a\u0000b\nc\u007f\u0085'), 'a⟨U+0000⟩b⟨U+000A⟩c⟨U+007F⟩⟨U+0085⟩');
  });

  it('disarms marks that turn the text around them', () => {
    const turning = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
    assert.doesNotMatch(visibleText(turning), /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    assert.equal(visibleText('\u202Etxet'), '⟨U+202E⟩txet');
  });

  it('shows invisible spaces', () => {
    assert.equal(visibleText('o6\u200b_bmj\ufeff'), 'o6⟨U+200B⟩_bmj⟨U+FEFF⟩');
  });
});
