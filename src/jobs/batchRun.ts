import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type Clients, type LearnedPrefixes } from '../accounts';
import { type Batch, type BatchStore, type BatchSummary, type OutcomeKind } from '../batch';
import { commands } from '../manifest';
import { countsSentence } from '../ui/outcomes';
import { problemOf, type Problems } from '../ui/problems';
import { Problem } from '../ui/problem';
import { type Report, withProgress } from '../ui/progress';
import { setting } from '../ui/settings';
import { displayLanguage, explainError } from '../wechat';

/** Runs a batch, new or resumed, with a progress notification, and says at its end what became of it. */
export class BatchRun {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly store: BatchStore,
    private readonly clients: Clients,
    private readonly prefixes: LearnedPrefixes,
    private readonly problems: Problems,
  ) {}

  /** Cancels a run of this window, as from its webview. */
  cancel(batchId: string): void {
    this.running.get(batchId)?.abort();
  }
}
