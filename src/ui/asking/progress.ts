import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';

export type Report = Progress<{ message?: string; increment?: number }>;

/** An AbortSignal that follows VS Code's cancellation token. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** Work that is over within this time (milliseconds) shows nothing. */
const unnoticed = 700;

/** The same for work that is quick as a rule: the notification comes where it is not. */
export async function withProgressIfSlow<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
  patience: () => Promise<unknown> = () => new Promise(resolve => setTimeout(resolve, unnoticed)),
): Promise<T> {
  const ending = new AbortController();
  const result = work(ending.signal);
  const isDone = result.then(
    () => true,
    () => true,
  );
  if (await Promise.race([isDone, patience().then(() => false)])) return result;
  return withProgress(title, signal => {
    signal.addEventListener('abort', () => ending.abort(signal.reason));
    if (signal.aborted) ending.abort(signal.reason);
    return result;
  });
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
