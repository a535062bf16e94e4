import { commands as vscodeCommands, type Disposable } from 'vscode';

import { type CommandId } from '../manifest';
import { type Problems } from '../ui/problems';

/** What a command does. Arguments come from keybindings, menus and other extensions: each handler parses its own. */
export type Handler = (...args: readonly unknown[]) => Promise<unknown>;

/** Registers every command; the compiler sees to it that none is missing. Failures end in the funnel. */
export function registerCommands(handlers: Readonly<Record<CommandId, Handler>>, problems: Problems): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    vscodeCommands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await handler(...args);
      } catch (error) {
        // Not awaited: the message may stay for long, and the caller has its answer.
        void problems.show(error);
        return undefined;
      }
    }),
  );
}
