import assert from 'node:assert/strict';

import { whatIsMissing } from '../../../release/readiness';

const manifest = { version: '0.2.0', publisher: 'p', repository: 'https://example.com/r' };
const changelog =
  '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-28\n\n- Something.\n\n## [0.1.0] - 2026-11-01\n\n- First.\n';

describe('whatIsMissing', () => {
  it('is nothing where tag, version and changelog agree', () => {
    assert.deepEqual(whatIsMissing({ tag: 'v0.2.0', manifest, changelog }), []);
    const last = changelog.replace(/\n## \[0\.1\.0\][^]*/, '');
    assert.deepEqual(whatIsMissing({ tag: 'v0.2.0', manifest, changelog: last }), []);
  });

  for (const [what, change, sentence] of [
    ['a tag of another version', { tag: 'v0.3.0' }, /The tag is v0\.3\.0, and package\.json says 0\.2\.0/],
    ['no repository', { manifest: { version: '0.2.0', publisher: 'p' } }, /names no repository/],
    ['no section', { changelog: changelog.replace('[0.2.0]', '[0.2.1]') }, /no dated section \[0\.2\.0\]/],
    ['a section without a date', { changelog: changelog.replace(' - 2026-11-28', '') }, /no dated section/],
    ['an empty section', { changelog: changelog.replace('- Something.\n', '') }, /no dated section/],
    [
      'entries that nobody moved',
      { changelog: changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- New.\n') },
      /still has entries/,
    ],
  ] as const)
    it(`names ${what}`, () => {
      const missing = whatIsMissing({ tag: 'v0.2.0', manifest, changelog, ...change });
      assert.equal(missing.length, 1, missing.join('\n'));
      assert.match(missing[0] ?? '', sentence);
    });
});
