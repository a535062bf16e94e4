import type * as vscode from 'vscode';
import { person } from '../person';
import { CancellationTokenSource } from './events';
import { type Shown, state } from './state';

type Item = string | vscode.MessageItem;

/** Remembers what is shown. */
export function show(shown: Pick<Shown, 'kind' | 'text'> & Partial<Shown>): Shown {
  const whole: Shown = { isModal: false, choices: [], items: [], notes: [], ...shown };
  state.shown.push(whole);
  return whole;
}

/** Lines of what is shown, without those that are not there. */
export function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter(text => text !== undefined && text !== '').join('\n');
}

/** The index of the label that a person takes; undefined, and blamed, where it is not there. */
export function indexOf(
  label: string,
  { choices, text }: Pick<Shown, 'choices' | 'text'>,
): number | undefined {
  const index = choices.indexOf(label);
  if (index >= 0) return index;
  person.blames(`There is no “${label}”, only “${choices.join('”, “')}”, in:\n${text}`);
  return undefined;
}

function message(kind: 'information' | 'warning' | 'error') {
  return async <T extends Item>(
    text: string,
    ...rest: readonly (vscode.MessageOptions | T)[]
  ): Promise<T | undefined> => {
    const [first] = rest;
    const options = first !== undefined && !isItem(first) ? first : {};
    const items = rest.filter((each): each is T => isItem(each));
    const shown = show({
      kind,
      text: lines(text, options.modal ? options.detail : undefined),
      isModal: options.modal ?? false,
      choices: items.map(titleOf),
    });
    const reaction = person.reactTo(shown);
    // Nobody answers before the code that asked has gone on.
    await Promise.resolve();
    if (reaction.kind === 'choose') {
      const index = indexOf(reaction.labels[0] ?? '', shown);
      return index === undefined ? undefined : items[index];
    }
    return items.find(item => typeof item !== 'string' && item.isCloseAffordance);
  };
}

export const messages = {
  showInformationMessage: message('information'),
  showWarningMessage: message('warning'),
  showErrorMessage: message('error'),

  setStatusBarMessage(text: string): { dispose(): void } {
    show({ kind: 'status', text });
    return { dispose: () => undefined };
  },

  async withProgress<R>(
    options: vscode.ProgressOptions,
    work: (
      report: vscode.Progress<{ message?: string; increment?: number }>,
      token: vscode.CancellationToken,
    ) => Thenable<R>,
  ): Promise<R> {
    const source = new CancellationTokenSource();
    const shown = {
      title: options.title ?? '',
      isOver: false,
      messages: [] as string[],
      percent: 0,
      cancel: () => {
        if (!options.cancellable) throw new Error('This progress has no Cancel button.');
        source.cancel();
      },
    };
    state.progress.push(shown);
    const report = {
      report({ message: text, increment = 0 }: { message?: string; increment?: number }) {
        if (text !== undefined) shown.messages.push(text);
        shown.percent += increment;
      },
    };
    try {
      return await work(report, source.token);
    } finally {
      shown.isOver = true;
      source.dispose();
    }
  },
};

function isItem<T extends Item>(value: vscode.MessageOptions | T): value is T {
  return typeof value !== 'object' || 'title' in value;
}

function titleOf(item: Item): string {
  return typeof item === 'string' ? item : item.title;
}
