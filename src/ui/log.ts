import { type Disposable, type LogOutputChannel, window } from 'vscode';

import { isWeChatFault, WeChatFailure, type RequestEntry } from '../wechat';
import { redact } from './redact';

/**
 * The only place that writes. It redacts in the sink, so that no caller can leak a secret by mistake, and it
 * opens the channel at the first line, not at activation.
 */
export class Log implements Disposable {
  private channel: LogOutputChannel | undefined;

  info(message: string): void {
    this.open().info(redact(message));
  }

  warn(message: string): void {
    this.open().warn(redact(message));
  }

  error(message: string, error?: unknown): void {
    this.open().error(redact(error === undefined ? message : `${message}: ${describe(error)}`));
  }

  /** One line a request: method, path, errcode, rid and milliseconds; never a query, a token or a body. */
  request(entry: RequestEntry): void {
    const facts = [
      `${entry.method} ${entry.path}`,
      entry.errcode === undefined ? entry.reason : `errcode ${entry.errcode}`,
      entry.rid && `rid ${entry.rid}`,
      `${Math.round(entry.milliseconds)} ms`,
      entry.attempt > 1 && `attempt ${entry.attempt}`,
    ];
    const line = facts.filter(Boolean).join(' · ');
    if (entry.reason || entry.errcode) this.warn(line);
    else this.info(line);
  }

  show(): void {
    this.open().show(true);
  }

  dispose(): void {
    this.channel?.dispose();
  }

  private open(): LogOutputChannel {
    this.channel ??= window.createOutputChannel('WeChat OpenID Lens', { log: true });
    return this.channel;
  }
}

function describe(error: unknown): string {
  if (error instanceof WeChatFailure) {
    const { fault } = error;
    return isWeChatFault(fault)
      ? `${fault.errcode} ${fault.errmsg}`
      : `${fault.reason} ${fault.detail ?? ''}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
