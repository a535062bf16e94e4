import assert from 'node:assert/strict';

import { wrongInWorkflow } from '../../levels/workflows';

const good = `name: check
on: push
permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
      attestations: write
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: npm ci --ignore-scripts
      - run: npm run lint
`;

describe('wrongInWorkflow', () => {
  it('finds nothing in a workflow that keeps the rules', () => {
    assert.deepEqual(wrongInWorkflow(good, ['lint']), []);
  });

  for (const [what, change, complaint] of [
    ['a key that GitHub does not know', ['runs-on', 'run-on'], /run-on/],
    ['an action that is pinned by a tag', [/@\w{40} # v7\.0\.1/, '@v7'], /not pinned/],
    ['a pin that does not tell its version', [' # v7.0.1', ''], /not pinned/],
    ['a step that is no script', ['npm run lint', 'npx eslint .'], /no script/],
    ['a script that does not exist', ['npm run lint', 'npm run lnit'], /no script/],
    ['words of an event in a command', ['run lint', 'run lint -- ${{ github.head_ref }}'], /an event says/],
    [
      'more rights than reading',
      ['permissions:\n  contents: read', 'permissions:\n  contents: write'],
      /more than read/,
    ],
    ['runs with secrets for what strangers send', ['on: push', 'on: pull_request_target'], /strangers/],
    ['a token that is left behind', ['persist-credentials: false', 'fetch-depth: 1'], /leaves its token/],
  ] as const)
    it(`finds ${what}`, () => {
      const [before, after] = change;
      const text = good.replace(before, after);
      assert.notEqual(text, good);
      assert.match(wrongInWorkflow(text, ['lint']).join('\n'), complaint);
    });
});
