import assert from 'node:assert/strict';
import * as v from 'valibot';

import { commands, settingsSection } from '../../src/manifest';
import { fakeWindow } from '../fakeVSCode';
import { resetState } from '../fakeVSCode/api/state';
import { type FaultRow } from './faults';
import { hurry } from './hurry';
import { assertNothingLost, keptIn } from './kept';
import { type Operation } from './operations';
import { Scene } from './scene';

/** What a user sees of a fault, and how it ends. */
export interface Cell {
  readonly told: string;
  readonly end: 'at once' | 'once it is over';
}

/**
 * Does something while something goes wrong, and goes on once nothing does.
 * @throws where nothing is said of what was not done, where anything is lost, and where it cannot be brought to its end
 */
export async function cellOf(operation: Operation, fault: FaultRow): Promise<Cell> {
  const scene = new Scene();
  const { window, person } = scene;
  resetState();
  person.reset();
  const restoreTime = hurry();
  if (fault.isSilence) fakeWindow.set(`${settingsSection}.requestTimeout`, 1);
  try {
    await window.open(operation.isOfNewcomer ? 0 : 1, operation.followers ?? 300);
    const [openid] = scene.openids(1);
    if (!operation.isOfNewcomer) await scene.run(commands.lookup, { openid, appId: scene.account.appId });
    await operation.prepare?.(scene);
    window.weChat.faults.clear();

    const before = await keptIn(window);
    const said = fakeWindow.messages.length;
    let calls = 0;
    const when = () => ++calls > (operation.after ?? 0);
    fault.strike(window.weChat, { path: operation.path, when });
    await operation.run(scene);
    const isDone = await operation.isDone(scene);
    const messages = fakeWindow.messages.slice(said).filter(text => operation.asks?.test(text) !== true);
    const told = plain([...messages, saidOn(scene.report())].join(' '));
    assertNothingLost(before, await keptIn(window));
    // What happened, and why or what to do.
    if (!isDone) assert.match(told, /[.·] \S/, 'it was not done, and nobody was told why');

    window.weChat.faults.clear();
    person.reset();
    // Half done, and known from here on.
    const halfDone = await keptIn(window);
    if (!isDone) await (operation.goOn ?? operation.run).call(operation, scene);
    assertNothingLost(halfDone, await keptIn(window));
    assert.ok(
      await operation.isDone(scene),
      `it cannot be brought to its end: ${fakeWindow.messages.join('\n')}`,
    );
    return { told, end: isDone ? 'at once' : 'once it is over' };
  } finally {
    restoreTime();
    person.reset();
    await window.close();
  }
}

const Shown = v.object({
  message: v.union([
    v.object({
      report: v.object({
        summary: v.optional(v.object({ text: v.string() })),
        steps: v.array(v.object({ state: v.string(), detail: v.string() })),
        table: v.optional(
          v.object({ rows: v.array(v.object({ state: v.string(), cells: v.array(v.string()) })) }),
        ),
      }),
    }),
    v.object({
      profile: v.object({
        outcome: v.string(),
        problem: v.optional(v.object({ cause: v.string(), nextStep: v.string() })),
      }),
    }),
  ]),
});

/** What the page in front says: a report its result and the step that failed, a profile what it is and why. */
function saidOn(page: string): string {
  const parsed = v.safeParse(Shown, JSON.parse(page));
  if (!parsed.success) return '';
  const { message } = parsed.output;
  if ('report' in message) {
    const { summary, steps, table } = message.report;
    const row = table?.rows.find(({ state }) => state === 'fail')?.cells.join(' · ');
    return [summary?.text, steps.find(({ state }) => state === 'fail')?.detail, row].join(' ');
  }
  const { outcome, problem } = message.profile;
  return outcome === 'following'
    ? ''
    : [`(profile: ${outcome})`, problem?.cause, problem?.nextStep].join(' ');
}

/** Without what is another at each run. */
function plain(text: string): string {
  return text
    .replaceAll(/\bo[\w-]{27}\b/g, 'o…')
    .replaceAll(/\brid:? [\da-f-]{20,}(?: \([^)]*\))?/g, 'rid …')
    .replaceAll(/\S*lens-window-\w+[\\/]/g, '…/')
    .replaceAll(/127\.0\.0\.1(?::\d+)?/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
