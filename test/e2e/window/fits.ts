import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import * as v from 'valibot';

const Sizes = v.object({ content: v.number(), page: v.number() });

/** Nothing of a webview's page stands outside its width, which is at most `width`. */
export async function assertFits(frame: Frame, width = Infinity): Promise<void> {
  const { content, page } = v.parse(
    Sizes,
    await frame.evaluate(`({ content: document.documentElement.scrollWidth, page: innerWidth })`),
  );
  assert.ok(content <= page && page <= width, `${content} px of content in ${page} px`);
}
