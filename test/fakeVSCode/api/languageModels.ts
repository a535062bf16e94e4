import type * as vscode from 'vscode';
import { CancellationTokenSource, Disposable } from './events';
import { messages } from './messages';
import { state } from './state';

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

export class LanguageModelToolResult {
  constructor(readonly content: readonly LanguageModelTextPart[]) {}
}

/** Tools for language models. As with VS Code, nobody checks an input against its schema. */
export const lm = {
  registerTool(name: string, tool: vscode.LanguageModelTool<unknown>): Disposable {
    if (state.tools.has(name)) throw new Error(`tool '${name}' already exists`);
    state.tools.set(name, tool);
    return new Disposable(() => state.tools.delete(name));
  },

  get tools() {
    return [...state.tools.keys()].map(name => ({ name }));
  },

  /** Asks as VS Code does, in a box of its own; the person presses the button or closes it. */
  async invokeTool(
    name: string,
    { input }: { readonly input: object },
    token: vscode.CancellationToken = new CancellationTokenSource().token,
  ): Promise<unknown> {
    const tool = state.tools.get(name);
    if (!tool) throw new Error(`Tool ${name} was not contributed`);
    const prepared = await tool.prepareInvocation?.({ input }, token);
    const question = prepared?.confirmationMessages;
    if (question) {
      const { title, message } = question;
      const detail = typeof message === 'string' ? message : message.value;
      if ((await messages.showInformationMessage(title, { modal: true, detail }, 'Yes')) !== 'Yes')
        throw new Error('Canceled');
    }
    return tool.invoke({ input, toolInvocationToken: undefined }, token);
  },
};
