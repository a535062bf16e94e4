import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import * as v from 'valibot';

const Sizes = v.object({ content: v.number(), page: v.number() });

/** Nothing of a webview's page stands outside its width, which is `width` where one is given, but for a border. */
export async function assertFits(frame: Frame, width?: number): Promise<void> {
  const { content, page } = v.parse(
    Sizes,
    await frame.evaluate(`({ content: document.documentElement.scrollWidth, page: innerWidth })`),
  );
  const isWide = width === undefined || (page <= width && page > width - 24);
  assert.ok(content <= page && isWide, `${content} px of content in ${page} px`);
}
