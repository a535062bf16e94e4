import { commands as vscodeCommands, type Disposable } from 'vscode';

import { type CommandId, commands } from '../manifest';
import { lazily } from '../ui/lazily';
import { type CallCode } from '../ui/problems/problem';
import { type Problems } from '../ui/problems/problems';

/** What a command does. Arguments come from keybindings, menus and other extensions: each handler parses its own. */
export type Handler = (...args: readonly unknown[]) => Promise<unknown>;

export type Handlers = Readonly<Record<CommandId, Handler>>;

/** What a call of other code is told in place of a message to the user; begins with a code that stays the same. */
export class Rejection extends Error {
  constructor(
    readonly code: CallCode,
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
    this.name = 'LensError';
  }
}

/**
 * Registers every command of the manifest. Their code is loaded when the first of them is called, since a window
 * that only shows the sidebar needs none of it. What a user began and fails ends in the funnel.
 */
export function registerCommands(load: () => Promise<Handlers>, problems: Problems): Disposable[] {
  const handlers = lazily(load);
  return Object.values(commands).map(id =>
    vscodeCommands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await (await handlers())[id](...args);
      } catch (error) {
        if (error instanceof Rejection) throw error;
        // Not awaited: the message may stay for long, and the caller has its answer.
        void problems.show(error);
        return undefined;
      }
    }),
  );
}
