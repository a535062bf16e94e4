import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { glyphs } from '../../../../src/webview/controls/icon';

describe('icons', () => {
  const table = readFileSync(require.resolve('@vscode/codicons/dist/codicon.csv'), 'utf8');
  const codePoints = new Map(
    table.split(/\r?\n/).map(line => {
      const [name = '', , codePoint = ''] = line.split(',');
      return [name, parseInt(codePoint, 16)];
    }),
  );

  for (const [name, codePoint] of Object.entries(glyphs)) {
    it(`draws ${name} as the icon font has it`, () => {
      assert.equal(codePoints.get(name), codePoint);
    });
  }
});
