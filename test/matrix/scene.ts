import * as path from 'node:path';
import { Uri } from 'vscode';

import { type CommandId } from '../../src/manifest';
import { byHand } from '../../src/ui/asking/byHand';
import { fakeWindow } from '../fakeVSCode';
import { ExtensionWindow, until } from '../unit/useExtension';
import { type SimulatedAccount } from '../wechat';

/** Of all that a page is told, what it shows. */
const shows = /^\{"generation":\d+,"message":\{"type":"(?:report|profile)"/;

/** One user with one window, for one cell of the table. */
export class Scene {
  readonly window = new ExtensionWindow();
  readonly person = fakeWindow.person;

  get account(): SimulatedAccount {
    return this.window.account;
  }

  get other(): SimulatedAccount {
    return this.window.other;
  }

  /** People who follow the account. */
  openids(count: number): string[] {
    return this.account.openids({ state: 'following' }, count);
  }

  file(name: string): Uri {
    return Uri.file(path.join(this.window.folder, name));
  }

  /** The first call of a path comes through, the others of this run do not. */
  breakOff(api: string): void {
    let calls = 0;
    this.window.weChat.faults.add(
      { kind: 'errcode', errcode: 45009 },
      { path: api, when: () => ++calls > 1 },
    );
  }

  /** As a menu or the palette does, to the end of what it began. */
  async run(command: CommandId, target?: object): Promise<void> {
    const given = target === undefined || target instanceof Uri ? target : byHand(target);
    await this.window.run(command, ...(given === undefined ? [] : [given]));
    await this.settled();
  }

  /** Nothing is under way, and what is to be said was said. */
  async settled(): Promise<void> {
    let [calm, seen] = [0, -1];
    await until(() => {
      const { progress, shown } = fakeWindow;
      calm = progress.every(({ isOver }) => isOver) && shown.length === seen ? calm + 1 : 0;
      seen = shown.length;
      return calm > 2;
    });
  }

  /** What the page in front shows, a report or a profile. */
  report(): string {
    const panel = fakeWindow.panels.at(-1);
    panel?.says({ type: 'ready' });
    return panel?.told.map(told => JSON.stringify(told)).findLast(text => shows.test(text)) ?? '{}';
  }

  async reported(): Promise<void> {
    await until(() => this.report().includes('"report"') && !isBusy(this.report()));
  }

  /** A button of the report in front. */
  async press(action: string): Promise<void> {
    const panel = fakeWindow.panels.at(-1);
    panel?.says({ type: 'ready' });
    const generation = panel?.told.filter(isStart).length;
    panel?.says({ generation, message: { type: 'act', action } });
    await this.settled();
  }

  /** The report in front was made anew since so many messages to its page. */
  async remade(since: number): Promise<void> {
    const told = () =>
      fakeWindow.panels
        .at(-1)
        ?.told.slice(since)
        .map(each => JSON.stringify(each)) ?? [];
    await until(() => told().some(text => text.includes('"busy":true')) && !isBusy(this.report()));
  }
}

function isBusy(report: string): boolean {
  return report.includes('"busy":true');
}

function isStart(told: unknown): boolean {
  return typeof told === 'object' && told !== null && 'type' in told && told.type === 'start';
}
