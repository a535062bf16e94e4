import * as l10n from '@vscode/l10n';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type BatchCommand } from '../../protocol/batchMessages';
import { type Overview } from '../../protocol/batchView';
import { type OutcomeKind, outcomeKinds, type ProblemView } from '../../protocol/profileView';
import { buttonStyles } from '../controls/buttonStyles';
import { chipStyles } from '../controls/chip';
import { icon, iconStyles } from '../controls/icon';
import { type Formats } from '../text/formats';
import { outcomeIcons, outcomeLabel } from '../text/outcomes';
import { visibleText } from '../text/visibleText';

/** What a batch is, how far it is, what can be done with it, and its counts, which filter the table. */
@customElement('lens-batch-head')
export class BatchHead extends LitElement {
  static override styles = [
    iconStyles,
    buttonStyles,
    chipStyles,
    css`
      :host {
        display: block;
        padding: 16px 20px 12px;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 8px 24px;
      }
      .title {
        flex: 1 1 240px;
        min-width: 0;
      }
      h1 {
        margin: 0;
        font-size: 1.4em;
        font-weight: 600;
        line-height: 1.3;
        overflow-wrap: anywhere;
        unicode-bidi: isolate;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      p {
        margin: 0;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        margin-top: 4px;
        color: var(--vscode-descriptionForeground);
      }
      .facts > span {
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .note {
        display: flex;
        align-items: start;
        gap: 8px;
        margin-top: 12px;
        padding: 8px 12px;
        border: 1px solid
          var(--vscode-inputValidation-warningBorder, var(--vscode-contrastBorder, transparent));
        border-radius: 4px;
        overflow-wrap: anywhere;
      }
      .note .icon {
        margin-top: 1px;
      }
      .link {
        flex: none;
        padding: 0;
        border: 0;
        color: var(--vscode-textLink-foreground);
        background: none;
        font: inherit;
        cursor: pointer;
      }
      .link:hover {
        text-decoration: underline;
      }
      .link:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: 2px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: 12px;
      }
      .track {
        height: 2px;
        margin-top: 12px;
        background: var(--vscode-widget-border, transparent);
      }
      .track.over {
        visibility: hidden;
      }
      .done {
        height: 100%;
        background: var(--vscode-progressBar-background);
      }
    `,
  ];

  @property({ attribute: false }) overview!: Overview;
  @property({ attribute: false }) chosen: readonly OutcomeKind[] = [];
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) choose!: (outcomes: OutcomeKind[]) => void;
  @property({ attribute: false }) command!: (command: BatchCommand) => void;
  @property({ attribute: false }) copyIp!: () => void;
  @property({ attribute: false }) openConsole!: () => void;

  override render(): unknown {
    const { overview } = this;
    return html`
      <div class="top">
        <div class="title">
          <h1 title=${visibleText(overview.source)}>${visibleText(overview.source)}</h1>
          <p class="facts">${this.facts().map(fact => html`<span title=${fact}>${fact}</span>`)}</p>
        </div>
        <div class="actions">${this.actions()}</div>
      </div>
      ${this.progress()} ${this.notes()}
      <div class="chips" role="group" aria-label=${l10n.t('Filter by outcome')}>
        ${outcomeKinds.filter(kind => overview.state === 'running' || overview.counts[kind] > 0).map(kind => this.chip(kind))}
      </div>
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
    const { startedAt, durationMs, apiCalls, state } = this.overview;
    const duration = this.formats.duration(durationMs);
    return [
      l10n.t('Started {0}', this.formats.localTime(startedAt)),
      state === 'running' ? l10n.t('Running for {0}', duration) : l10n.t('Took {0}', duration),
      apiCalls === 1 ? l10n.t('1 API call') : l10n.t('{0} API calls', this.formats.number(apiCalls)),
    ];
  }

  private actions(): TemplateResult[] {
    const { state, counts, total } = this.overview;
    if (state === 'running') return [this.button('cancel', l10n.t('Cancel'), true)];
    const actions: TemplateResult[] = [];
    if (counts.pending > 0) actions.push(this.button('resume', l10n.t('Resume'), false));
    if (!this.isSaved && counts.failed + counts.notReturned > 0)
      actions.push(this.button('retryFailed', l10n.t('Retry Failed'), true));
    if (!this.isSaved && counts.notFollowing > 0)
      actions.push(this.button('recheckNotFollowing', l10n.t('Re-check Not Following'), true));
    if (counts.pending < total) actions.push(this.button('export', l10n.t('Export…'), true));
    return actions;
  }

  private button(command: BatchCommand, label: string, secondary: boolean): TemplateResult {
    return html`<vscode-button ?secondary=${secondary} @click=${() => this.command(command)}
      >${label}</vscode-button
    >`;
  }

  private progress(): TemplateResult {
    const { total, counts, state } = this.overview;
    // Its place stays: nothing may jump when a run begins or ends.
    if (state !== 'running') return html`<div class="track over"></div>`;
    const done = total - counts.pending;
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
    const { problem, isOfWrongAccount, pausedUntil, unsaved } = this.overview;
    const notes: string[] = [];
    if (pausedUntil !== undefined)
      notes.push(
        l10n.t(
          'WeChat limits calls a minute; the batch goes on at {0}.',
          this.formats.localTime(pausedUntil),
        ),
      );
    if (unsaved)
      notes.push(l10n.t('This batch could not be saved and ends with the window. Export it to keep it.'));
    const stop = isOfWrongAccount ? this.wrongAccount() : problem ? this.problem(problem) : nothing;
    return [stop, ...notes.map(note => noteTemplate(note))];
  }

  /** That one openid is unknown, which is what WeChat said last, would be no reason to stop. */
  private wrongAccount(): TemplateResult {
    return noteTemplate(
      l10n.t(
        'None of the first {0} openids belongs to this account. Run the list with the account that they are from, or resume it to go on nevertheless.',
        this.formats.number(this.overview.counts.invalid),
      ),
    );
  }

  private problem({ code, cause, nextStep, ip }: ProblemView): TemplateResult {
    const name = code ? `${l10n.t('Error {0}', code)} · ` : '';
    const allow = html`
      <button class="link" @click=${() => this.copyIp()}>${l10n.t('Copy IP')}</button>
      <button class="link" @click=${() => this.openConsole()}>${l10n.t('Open Console')}</button>
    `;
    return noteTemplate(`${name}${cause} ${nextStep}`, ip === undefined ? nothing : allow);
  }

  private chip(kind: OutcomeKind): TemplateResult {
    const isChosen = this.chosen.includes(kind);
    const next = isChosen ? this.chosen.filter(one => one !== kind) : [...this.chosen, kind];
    return html`<button class="chip" aria-pressed=${isChosen} @click=${() => this.choose(next)}>
      ${icon(outcomeIcons[kind])}
      <span class="text">${outcomeLabel(kind)}</span>
      <span class="count">${this.formats.number(this.overview.counts[kind])}</span>
    </button>`;
  }
}

function noteTemplate(text: string, action: unknown = nothing): TemplateResult {
  return html`<p class="note">${icon('warning')}<span>${visibleText(text)}</span>${action}</p>`;
}

function stateLabel(state: Overview['state']): string {
  switch (state) {
    case 'running':
      return l10n.t('Running');
    case 'done':
      return l10n.t('Done');
    case 'cancelled':
      return l10n.t('Cancelled');
    case 'stopped':
      return l10n.t('Stopped');
    case 'interrupted':
      return l10n.t('Interrupted');
  }
}
