import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Page } from 'playwright-core';
import { type Pixels, pixels } from './shrinking';

/** A picture and how long it is to be seen, in milliseconds. */
export type Frame = readonly [screenshot: string, milliseconds: number];

/** As many as a GIF can have; one of all frames, so that nothing flickers that stays. */
const colours = 256;

/** Pictures that show one after the other, for ever, as a GIF. */
export async function moving(page: Page, frames: readonly Frame[], width: number): Promise<Uint8Array> {
  const drawn: (Pixels & { readonly delay: number })[] = [];
  for (const [screenshot, delay] of frames) drawn.push({ ...(await pixels(page, screenshot, width)), delay });
  const palette = quantize(Buffer.concat(drawn.map(({ bytes }) => bytes)), colours);
  const gif = GIFEncoder();
  for (const [index, { bytes, width: across, height, delay }] of drawn.entries())
    gif.writeFrame(applyPalette(bytes, palette), across, height, {
      delay,
      ...(index === 0 ? { palette } : {}),
    });
  gif.finish();
  return gif.bytes();
}
