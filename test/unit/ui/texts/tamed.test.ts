import assert from 'node:assert/strict';

import { tamed } from '../../../../src/ui/texts/tamed';

describe('text from people, tamed for nodes and pickers', () => {
  it('stays as it is where nothing in it does anything', () => {
    for (const text of ['', '张三(大客户)', '🎉 VIP 👨‍👩‍👧‍👦', '$5 (net)', 'a $ (b)'])
      assert.equal(tamed(text), text);
  });

  it('turns no text around it, and hides nothing', () => {
    assert.equal(tamed('left\u202eright\u200b\n'), 'left⟨U+202E⟩right⟨U+200B⟩⟨U+000A⟩');
  });

  it('draws no icon', () => {
    const drawn = /\$\([\w-]+(~[\w-]+)?\)/;
    for (const text of ['$(zap)', 'a $(sync~spin) b $(x)', '$($(zap))', '\\$(zap)']) {
      assert.match(text, drawn);
      assert.doesNotMatch(tamed(text), drawn);
    }
  });
});
