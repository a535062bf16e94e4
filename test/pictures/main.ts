import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { projectFolder } from '../vscode/folders';
import { closeBrowser, launchBrowser } from '../vscode/running/browser';
import { type Frame, moving } from './moving';
import { webp } from './shrinking';

/** The largest that VS Code and GitHub show them. */
const width = 1120;
/** Its text is still read at this size, and it costs half a megabyte less. */
const movingWidth = 960;

/** Pictures below media, and the one below out/screenshots that each is made of. */
const pictures: Readonly<Record<string, string>> = {
  // The walkthrough's are WebP, since the whole package has 1.25 MB.
  'walkthrough/account': 'add-account',
  'walkthrough/lookup': 'profile-light',
  'walkthrough/list': 'batch-light',
  'walkthrough/people': 'page-comparison-light',
  'screenshots/batch': 'batch-light',
  'screenshots/batch-zh-cn': 'batch-zh-cn',
  'screenshots/profile': 'profile-light',
  'screenshots/column-menu': 'page-column-menu-light',
  'screenshots/comparison': 'comparison-light',
  'screenshots/people': 'people-page',
};

/** From a right-click on a list to its table. */
const list: readonly Frame[] = [
  ['list-1-selected', 1500],
  ['list-2-menu', 1800],
  ['list-3-table', 2200],
  ['list-4-person', 3500],
];

/** `npm run pictures` after `npm test`: takes the pictures of README and walkthrough anew. */
async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const [name, screenshot] of Object.entries(pictures))
      await save(`${name}.webp`, await webp(page, screenshot, width));
    await save('screenshots/list.gif', await moving(page, list, movingWidth));
  } finally {
    await closeBrowser(browser);
  }
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(projectFolder, 'media', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${name}: ${Math.round(bytes.length / 1024)} KB`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
