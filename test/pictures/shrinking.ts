import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { outputFolder } from '../vscode/folders';

/** RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A picture that e2e or the tests of pages took, at most so many pixels wide, as a WebP. */
export async function webp(page: Page, screenshot: string, width: number): Promise<Uint8Array> {
  const drawn = await draw(page, screenshot, width, `canvas.toDataURL('image/webp', 0.8).split(',')[1]`);
  return Buffer.from(v.parse(v.string(), drawn), 'base64');
}

/** The same as pixels. */
export async function pixels(page: Page, screenshot: string, width: number): Promise<Pixels> {
  const drawn = v.parse(
    v.object({ width: v.number(), height: v.number(), bytes: v.string() }),
    await draw(page, screenshot, width, inBase64),
  );
  return { ...drawn, bytes: new Uint8Array(Buffer.from(drawn.bytes, 'base64')) };
}

/** A text of one character a byte is what `btoa` takes; made in pieces, since a call takes so many arguments only. */
const inBase64 = `(() => {
  const { width, height } = canvas;
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
  return { width, height, bytes: btoa(text) };
})()`;

/** Runs in the browser, of which this project's types know nothing; `taken` is what is wanted of the canvas. */
async function draw(page: Page, screenshot: string, width: number, taken: string): Promise<unknown> {
  const png = await readFile(path.join(outputFolder, 'screenshots', `${screenshot}.png`), 'base64');
  return page.evaluate(`(async ({ png, width }) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.min(width, image.width);
    canvas.height = Math.round(image.height * canvas.width / image.width);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return ${taken};
  })(${JSON.stringify({ png, width })})`);
}
