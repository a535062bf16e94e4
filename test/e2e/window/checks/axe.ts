import assert from 'node:assert/strict';
import { source } from 'axe-core';
import type { Frame } from 'playwright-core';
import * as v from 'valibot';

const Violations = v.array(
  v.object({ id: v.string(), nodes: v.array(v.object({ target: v.array(v.unknown()), html: v.string() })) }),
);

/** Runs axe-core inside a webview, shadow roots included; evaluated scripts are not subject to its policy. */
export async function assertAccessible(frame: Frame, what: string): Promise<void> {
  await frame.evaluate(source);
  const found: unknown = await frame.evaluate(
    // Preloading style sheets would add one, which the page's policy forbids.
    `axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  const violations = v.parse(Violations, found).flatMap(({ id, nodes }) => {
    return nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 200)}`);
  });
  assert.deepEqual(violations, [], `${what} is not accessible`);
}
