import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';

export type Report = Progress<{ message?: string; increment?: number }>;

/** An AbortSignal that follows VS Code's cancellation token. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** A progress notification with a Cancel button that aborts the work; quietly, a word in the status bar without one. */
export function withProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<T> {
  const location = quiet ? ProgressLocation.Window : ProgressLocation.Notification;
  const options = { location, title, cancellable: !quiet };
  return Promise.resolve(window.withProgress(options, (report, token) => work(signalOf(token), report)));
}
