import * as vscode from 'vscode';

type Asking = 'showQuickPick' | 'showWarningMessage';

/** What a person was asked. */
export interface Asked {
  readonly by: Asking;
  /** A picker's items, or the message and what follows it. */
  readonly what: readonly unknown[];
}

/**
 * Answers VS Code's questions in a person's place while `act` runs. `answer` gets what was asked and returns the
 * label of an item or a button; undefined closes the question.
 */
export async function answering<T>(
  answer: (asked: Asked) => string | undefined,
  act: () => Promise<T>,
): Promise<T> {
  const { showQuickPick, showWarningMessage } = vscode.window;
  Object.assign(vscode.window, {
    showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
      const label = answer({ by: 'showQuickPick', what: items });
      return Promise.resolve(items.find(item => item.label === label));
    },
    showWarningMessage: (...what: readonly unknown[]) =>
      Promise.resolve(answer({ by: 'showWarningMessage', what })),
  });
  try {
    return await act();
  } finally {
    Object.assign(vscode.window, { showQuickPick, showWarningMessage });
  }
}
