import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import * as v from 'valibot';
import { closeBrowser, launchBrowser } from './running/browser';
import { outputFolder, projectFolder } from './folders';

/** Pictures of the walkthrough, and the one below out/screenshots that each is made of. */
const pictures = {
  account: 'add-account',
  lookup: 'profile-light',
  list: 'batch-light',
  people: 'page-comparison-light',
} as const;

/** The largest that VS Code shows them; WebP, since the whole package has 1.25 MB. */
const width = 1120;

/** `npm run pictures` after `npm test`: takes the pictures of the walkthrough anew. */
async function main(): Promise<void> {
  const folder = path.join(projectFolder, 'media/walkthrough');
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const [name, source] of Object.entries(pictures)) {
      const png = await readFile(path.join(outputFolder, 'screenshots', `${source}.png`), 'base64');
      const webp = v.parse(v.string(), await page.evaluate(`(${shrunk})(${JSON.stringify({ png, width })})`));
      await writeFile(path.join(folder, `${name}.webp`), Buffer.from(webp, 'base64'));
      console.log(`${name}.webp: ${Math.round((webp.length * 3) / 4 / 1024)} KB`);
    }
  } finally {
    await closeBrowser(browser);
  }
}

/** Runs in the browser, of which this project's types know nothing. */
const shrunk = `async ({ png, width }) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(width, image.width);
  canvas.height = Math.round(image.height * canvas.width / image.width);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.8).split(',')[1];
}`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
