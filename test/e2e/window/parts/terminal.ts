import type { Locator, Page } from 'playwright-core';
import { eventually } from '../checks/eventually';

/** The terminal in front, with a real shell; its lines can be found where `terminalSettings` are set. */
export class Terminal {
  readonly #page: Page;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#rows = page.locator('.terminal-wrapper.active .xterm-rows > div');
  }

  /** Types a command into the shell of an open terminal and waits for a line of its output. */
  async run(command: string, output: RegExp): Promise<void> {
    await this.#rows.first().waitFor();
    await this.#page.keyboard.type(command);
    await this.#page.keyboard.press('Enter');
    await this.#rows.filter({ hasText: output }).waitFor();
  }

  /** Rests on a word in the line that looks like this until VS Code says what its link does. */
  async hover(line: RegExp, word: string, said: RegExp): Promise<void> {
    const hover = this.#page.locator('.monaco-hover:visible').filter({ hasText: said }).first();
    await eventually(async patience => {
      const { x, y } = await this.#middleOf(line, word);
      // Links are looked for when the pointer comes to a line.
      await this.#page.mouse.move(x, y - 200);
      await this.#page.mouse.move(x, y, { steps: 5 });
      await hover.waitFor({ timeout: patience });
    });
  }

  /** Follows the link that the pointer rests on. */
  async follow(): Promise<void> {
    await this.#page.keyboard.down('ControlOrMeta');
    await this.#page.mouse.down();
    await this.#page.mouse.up();
    await this.#page.keyboard.up('ControlOrMeta');
  }

  /** Every character of a line is as wide as the others. */
  async #middleOf(line: RegExp, word: string): Promise<{ x: number; y: number }> {
    const text = this.#rows.filter({ hasText: line }).locator('span').filter({ hasText: word }).first();
    const [content, box] = [await text.innerText(), await text.boundingBox()];
    if (!box) throw new Error(`The terminal shows no ${word}.`);
    const characters = content.indexOf(word) + word.length / 2;
    return { x: box.x + (box.width * characters) / content.length, y: box.y + box.height / 2 };
  }
}

/** Lines become elements instead of a picture. */
export const terminalSettings = { 'terminal.integrated.gpuAcceleration': 'off' };
