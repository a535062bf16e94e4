import { Disposable, lm } from 'vscode';

import { tools } from '../../manifest';
import { setting } from '../../ui/settings';
import { type Tools } from './tools';

/** The tools as VS Code knows them: registered while the user wants them, loaded with the first use. */
export class OfferedTools implements Disposable {
  private offered: Disposable | undefined;

  constructor(private readonly load: () => Promise<Tools>) {}

  followSetting(): void {
    const isWanted = setting('languageModelTools.enabled');
    if (!isWanted) this.dispose();
    else this.offered ??= this.offer();
  }

  dispose(): void {
    this.offered?.dispose();
    this.offered = undefined;
  }

  private offer(): Disposable {
    const { load } = this;
    return Disposable.from(
      ...Object.values(tools).map(name =>
        lm.registerTool<unknown>(name, {
          prepareInvocation: async ({ input }, token) => (await load()).prepare(name, input, token),
          invoke: async ({ input }, token) => (await load()).invoke(name, input, token),
        }),
      ),
    );
  }
}
