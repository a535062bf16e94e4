import type * as vscode from 'vscode';

interface Disposing {
  dispose(): unknown;
}

export class Disposable implements vscode.Disposable {
  static from(...parts: readonly Disposing[]): Disposable {
    return new Disposable(() => parts.forEach(part => part.dispose()));
  }

  constructor(private callOnDispose: (() => unknown) | undefined) {}

  dispose(): void {
    const call = this.callOnDispose;
    this.callOnDispose = undefined;
    call?.();
  }
}

export class EventEmitter<T> implements vscode.EventEmitter<T> {
  private readonly listeners = new Set<(event: T) => unknown>();

  readonly event: vscode.Event<T> = (listener, thisArgs?: unknown, disposables?: Disposing[]) => {
    // One that listens twice is told twice.
    const listening = (event: T): unknown => listener.call(thisArgs, event);
    this.listeners.add(listening);
    const subscription = new Disposable(() => this.listeners.delete(listening));
    disposables?.push(subscription);
    return subscription;
  };

  /** A listener that throws keeps nothing from the others; VS Code only logs it. */
  fire(event: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(event);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class CancellationTokenSource implements vscode.CancellationTokenSource {
  private readonly cancelled = new EventEmitter<unknown>();
  private isCancelled = false;
  readonly token: vscode.CancellationToken;

  constructor() {
    const isCancelled = () => this.isCancelled;
    this.token = {
      get isCancellationRequested() {
        return isCancelled();
      },
      onCancellationRequested: (listener, thisArgs?: unknown, disposables?: Disposing[]) => {
        if (!this.isCancelled) return this.cancelled.event(listener, thisArgs, disposables);
        // Whoever comes late is told all the same, and not before it has its subscription.
        const timer = setTimeout(() => void listener.call(thisArgs, undefined));
        return new Disposable(() => clearTimeout(timer));
      },
    };
  }

  cancel(): void {
    if (this.isCancelled) return;
    this.isCancelled = true;
    this.cancelled.fire(undefined);
  }

  dispose(): void {
    this.cancelled.dispose();
  }
}
