import * as l10n from '@vscode/l10n';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type BatchCommand } from '../../protocol/messages/batchMessages';
import { type Overview } from '../../protocol/views/batchView';
import { stateLabel } from '../../protocol/labels';
import { buttonStyles } from '../controls/buttonStyles';
import '../controls/note';
import { PressedGone } from '../controls/pressedGone';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { batchHeadStyles } from './batchHeadStyles';

interface Action {
  readonly command: BatchCommand;
  readonly label: string;
}

/** What a batch is, how far it is, and what can be done with it. */
@customElement('lens-batch-head')
export class BatchHead extends LitElement {
  static override styles = [buttonStyles, batchHeadStyles];

  @property({ attribute: false }) overview!: Overview;
  /** Its rows are there: what can be done with them can be done. */
  @property({ attribute: false }) isReady = false;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) command!: (command: BatchCommand) => void;
  @property({ attribute: false }) copyIp!: () => void;
  @property({ attribute: false }) openConsole!: () => void;

  constructor() {
    super();
    new PressedGone(this);
  }

  override render(): unknown {
    const { overview } = this;
    return html`
      <div class="top">
        <div class="title">
          <h1 tabindex="-1" title=${visibleText(overview.source)}>${visibleText(overview.source)}</h1>
          <p class="facts">${this.facts().map(fact => html`<span title=${fact}>${fact}</span>`)}</p>
        </div>
        <div class="actions">
          ${
            this.isReady
              ? repeat(
                  this.actions(),
                  ({ command }) => command,
                  (action, index) => this.button(action, index > 0 || action.command === 'cancel'),
                )
              : nothing
          }
        </div>
      </div>
      ${this.progress()} ${this.notes()}
    `;
  }

  /** A saved answer: it was not asked for by anybody here, and has no account that could be asked. */
  private get isSaved(): boolean {
    return this.overview.appId === '';
  }

  private facts(): string[] {
    const { accountName, appId, total, state } = this.overview;
    return [
      ...(this.isSaved ? [] : [stateLabel(state)]),
      visibleText(accountName),
      ...(this.isSaved ? [] : [appId]),
      total === 1 ? l10n.t('1 openid') : l10n.t('{0} openids', this.formats.number(total)),
      ...(this.isSaved ? [] : this.runFacts()),
    ];
  }

  private runFacts(): string[] {
    const { startedAt, durationMs, apiCalls, verified, state } = this.overview;
    const duration = this.formats.duration(durationMs);
    return [
      l10n.t('Started {0}', this.formats.localTime(startedAt)),
      state === 'running' ? l10n.t('Running for {0}', duration) : l10n.t('Took {0}', duration),
      apiCalls === 1 ? l10n.t('1 API call') : l10n.t('{0} API calls', this.formats.number(apiCalls)),
      ...(verified > 0 ? [l10n.t('Rows verified: {0}', this.formats.number(verified))] : []),
    ];
  }

  /** The first is what is done most likely. */
  private actions(): Action[] {
    const { state, counts, toAskAgain, total } = this.overview;
    if (state === 'running') return [{ command: 'cancel', label: l10n.t('Cancel') }];
    const actions: Action[] = [];
    if (counts.pending + sum(toAskAgain) > 0) actions.push({ command: 'resume', label: l10n.t('Resume') });
    if (counts.pending < total) actions.push({ command: 'export', label: l10n.t('Export…') });
    if (!this.isSaved && counts.failed + counts.notReturned > 0)
      actions.push({ command: 'retryFailed', label: l10n.t('Retry Failed') });
    if (!this.isSaved && counts.notFollowing > 0)
      actions.push({ command: 'recheckNotFollowing', label: l10n.t('Re-check Not Following') });
    return actions;
  }

  private button({ command, label }: Action, secondary: boolean): TemplateResult {
    return html`<vscode-button
      data-command=${command}
      ?secondary=${secondary}
      @click=${() => this.command(command)}
      >${label}</vscode-button
    >`;
  }

  private progress(): TemplateResult {
    const { total, counts, toAskAgain, state } = this.overview;
    // Its place stays: nothing may jump when a run begins or ends.
    if (state !== 'running') return html`<div class="track over"></div>`;
    const done = total - counts.pending - sum(toAskAgain);
    return html`<div
      class="track"
      role="progressbar"
      aria-label=${l10n.t('Fetching profiles')}
      aria-valuemin="0"
      aria-valuemax=${total}
      aria-valuenow=${done}
    >
      <div class="done" .style=${`width:${(100 * done) / Math.max(1, total)}%`}></div>
    </div>`;
  }

  private notes(): unknown[] {
    const { problem, isOfWrongAccount, pausedUntil, unsaved, counts, toAskAgain, shifted, state } =
      this.overview;
    const notes: unknown[] = [];
    // That one openid is unknown, which is what WeChat said last, would be no reason to stop.
    if (isOfWrongAccount)
      notes.push(
        note(
          l10n.t(
            'None of the first {0} openids belongs to this account. Run the list with the account that they are from, or resume it to go on nevertheless.',
            this.formats.number(counts.invalid),
          ),
        ),
      );
    else if (problem) {
      const name = problem.code ? `${l10n.t('Error {0}', problem.code)} · ` : '';
      const allow = [
        { label: l10n.t('Copy IP'), run: () => this.copyIp() },
        { label: l10n.t('Open WeChat Console'), run: () => this.openConsole() },
      ];
      // A Chinese full stop brings its own space.
      const text = `${name}${problem.cause} ${problem.nextStep}`.replace(/(?<=[。！？]) /g, '');
      notes.push(note(text, problem.ip === undefined ? [] : allow));
    }
    if (pausedUntil !== undefined)
      notes.push(
        note(
          l10n.t('WeChat limits calls per minute; it continues at {0}.', this.formats.localTime(pausedUntil)),
        ),
      );
    const again = sum(toAskAgain);
    if (again > 0 && state !== 'running')
      notes.push(
        note(
          l10n.t(
            'To be asked again: {0}. What was known about them stands until WeChat has given a new answer. Resume goes on with them.',
            this.formats.number(again),
          ),
        ),
      );
    if (shifted > 0)
      notes.push(
        note(
          l10n.t(
            'WeChat mixed up the rows of an answer. The {0} openids in it were asked for one by one.',
            this.formats.number(shifted),
          ),
        ),
      );
    if (unsaved)
      notes.push(
        note(
          l10n.t(
            'This batch could not be saved and exists only until this window closes. Export it to keep it.',
          ),
        ),
      );
    return notes;
  }
}

function sum(counts: Overview['counts']): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

function note(text: string, actions: readonly { label: string; run: () => void }[] = []): TemplateResult {
  return html`<lens-note .text=${text} .actions=${actions}></lens-note>`;
}
