import type { Context, RootHookObject, Suite, Test } from 'mocha';

/** The environment variable with the pattern of the tests that are asked for. */
export const wantedVariable = 'WANTED_TESTS';

/**
 * A file of this level tells a story: each of its tests begins where the one before it has ended. Where tests are
 * asked for by name, those that lead up to them therefore run, too, and nothing else does.
 */
export const mochaHooks: RootHookObject = {
  beforeAll(this: Context) {
    const wanted = process.env[wantedVariable];
    const root = this.test?.parent;
    if (wanted !== undefined && root)
      for (const story of root.suites) endAfterLast(story, new RegExp(wanted));
  },
};

function endAfterLast(story: Suite, wanted: RegExp): void {
  const tests = inOrder(story);
  const last = tests.findLastIndex(test => wanted.test(test.fullTitle()));
  const leadUp = new Set(tests.slice(0, last + 1));
  keepOnly(story, leadUp);
}

/** As Mocha runs them: a suite's own, then those of its suites. */
function inOrder(suite: Suite): Test[] {
  return [...suite.tests, ...suite.suites.flatMap(inOrder)];
}

function keepOnly(suite: Suite, kept: ReadonlySet<Test>): void {
  suite.tests = suite.tests.filter(test => kept.has(test));
  for (const inner of suite.suites) keepOnly(inner, kept);
}
