import { l10n } from 'vscode';

import { CallRefused } from '../ui/problems/problem';
import { isQuiet, targetOf } from './arguments';
import { type Handler } from './command';

/** A command that is nothing but what it asks or shows: it cannot be called with `show: false`. */
export function interactive(handler: Handler): Handler {
  return async (...args) => {
    const [argument] = args;
    if (!isQuiet(argument)) return handler(...args);
    // What is wrong with the object is told first.
    targetOf(argument);
    throw new CallRefused(
      'interactiveOnly',
      l10n.t('This command asks or shows something: "show" cannot be false.'),
    );
  };
}
