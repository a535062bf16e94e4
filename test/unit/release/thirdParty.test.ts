import assert from 'node:assert/strict';

import { thirdPartyNotices } from '../../../release/thirdParty';

const lit = {
  name: 'lit-html',
  version: '3.3.3',
  license: 'BSD-3-Clause',
  licenseText: 'Use it.',
  integrity: '',
};
const icons = {
  name: 'icons',
  version: '1.0.0',
  license: 'CC-BY-4.0',
  licenseText: 'Name us.',
  integrity: '',
};

describe('thirdPartyNotices', () => {
  it('has every package with its licence in full', () => {
    const text = thirdPartyNotices([icons, lit]);
    assert.match(text, /^This extension contains code, fonts or binaries of 2 packages of others\.\n/);
    assert.match(
      text,
      /\nicons 1\.0\.0 \(CC-BY-4\.0\)\n\nName us\.\n\n-{80}\n\nlit-html 3\.3\.3 \(BSD-3-Clause\)\n\nUse it\.\n$/,
    );
  });

  it('refuses a licence that nobody has accepted', () => {
    assert.throws(
      () => thirdPartyNotices([lit, { ...icons, license: 'GPL-3.0-only' }]),
      /icons \(GPL-3\.0-only\)/,
    );
  });
});
