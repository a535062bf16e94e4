import { type Disposable, type LogOutputChannel, window } from 'vscode';

import { isWeChatFault, WeChatFailure, type RequestEntry } from '../../wechat';
import { redactPeople } from './redactPeople';

const keptLines = 100;

/**
 * The only place that writes. It redacts in the sink, so that no caller can leak a secret or tell who a person
 * is by mistake, and it opens the channel at the first line, not at activation.
 */
export class Log implements Disposable {
  private channel: LogOutputChannel | undefined;
  private readonly lines: string[] = [];

  info(message: string): void {
    this.write('info', message);
  }

  warn(message: string): void {
    this.write('warn', message);
  }

  error(message: string, error?: unknown): void {
    this.write('error', error === undefined ? message : `${message}: ${describe(error)}`);
  }

  /** The last lines of this window, as they were written. */
  recent(): readonly string[] {
    return this.lines;
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

  private write(level: 'info' | 'warn' | 'error', message: string): void {
    const line = redactPeople(message);
    this.lines.push(`${new Date().toISOString()} [${level}] ${line}`);
    if (this.lines.length > keptLines) this.lines.shift();
    this.open()[level](line);
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
