import { type LanguageModelToolConfirmationMessages } from 'vscode';

/** One tool for language models: reads, and changes nothing anywhere. Its input is parsed here, since VS Code does not. */
export interface Tool {
  /** What is shown while it runs. */
  readonly doing: string;
  /** What the user is asked first; undefined where nothing leaves that the model did not bring. Asks WeChat nothing. */
  confirm(input: unknown, signal: AbortSignal): Promise<LanguageModelToolConfirmationMessages | undefined>;
  /** Plain data, which is told to the model as JSON. */
  run(input: unknown, signal: AbortSignal): Promise<object>;
}
