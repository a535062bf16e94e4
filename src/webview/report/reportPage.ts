import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  type ReportAction,
  type ReportButton,
  type ReportStep,
  type ReportTable,
  type ReportView,
  type StepState,
} from '../../protocol/views/reportView';
import { buttonStyles } from '../controls/buttonStyles';
import { icon, type IconName, iconStyles } from '../controls/icon';
import { PressedGone } from '../controls/pressedGone';
import { visibleText } from '../text/visibleText';
import { reportStyles } from './reportStyles';

const icons = {
  waiting: 'clockface',
  running: 'sync',
  pass: 'pass',
  warn: 'warning',
  fail: 'error',
  skipped: 'circle-slash',
} as const satisfies Record<StepState, IconName>;

/** A report with its steps, facts and texts, and what can be done about each. */
@customElement('lens-report')
export class ReportPage extends LitElement {
  static override styles = [iconStyles, buttonStyles, reportStyles];

  @property({ attribute: false }) report?: ReportView;
  /** Takes what the user picks. */
  @property({ attribute: false }) act!: (action: ReportAction) => void;

  constructor() {
    super();
    new PressedGone(this);
  }

  override render(): unknown {
    const { report } = this;
    if (!report) return nothing;
    const { title, origin, summary, steps, facts, blocks, buttons, busy } = report;
    return html`
      <article aria-busy=${busy ? 'true' : 'false'}>
        <h1 tabindex="-1">${visibleText(title)}</h1>
        <p class="origin">${origin.map(part => html`<span>${visibleText(part)}</span>`)}</p>
        <p class="summary" role="status" ?hidden=${!summary}>
          ${summary && html`${icon(icons[summary.state])}<span>${visibleText(summary.text)}</span>`}
        </p>
        <div class="actions">${this.buttons(buttons, ({ action }) => busy && action === 'again')}</div>
        ${
          steps.length > 0
            ? html`<ol>
                ${steps.map(step => this.step(step))}
              </ol>`
            : nothing
        }
        ${
          facts.length > 0
            ? html`<dl>
                ${facts.map(
                  ({ label, value }) =>
                    html`<dt>${visibleText(label)}</dt>
                      <dd>${visibleText(value)}</dd>`,
                )}
              </dl>`
            : nothing
        }
        ${report.table ? this.table(report.table) : nothing}
        ${blocks.map(
          block =>
            html`<section>
              <h2>${visibleText(block.title)}</h2>
              <pre tabindex="0">${block.text}</pre>
            </section>`,
        )}
      </article>
    `;
  }

  private table({ columns, rows, note }: ReportTable): TemplateResult {
    return html`<div class="table" tabindex="0" role="region" aria-label=${columns[0]?.label ?? ''}>
        <table>
          <thead>
            <tr>
              <td></td>
              ${columns.map(({ label }) => html`<th scope="col">${visibleText(label)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ state, cells }) =>
                html`<tr class=${state}>
                  <td>${icon(icons[state])}</td>
                  ${cells.map(
                    (cell, index) =>
                      html`<td class=${columns[index]?.isCode ? 'code' : ''}>${visibleText(cell)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${note === undefined ? nothing : html`<p class="note">${note}</p>`}`;
  }

  private step({ title, state, stateLabel, detail, buttons }: ReportStep): TemplateResult {
    return html`<li class=${state}>
      ${icon(icons[state])}
      <span class="title">${visibleText(title)}</span>
      <div class="found">
        ${detail === '' ? nothing : html`<p>${visibleText(detail)}</p>`}
        ${buttons.length > 0 ? html`<div class="actions">${this.buttons(buttons)}</div>` : nothing}
      </div>
      <span class="state">${visibleText(stateLabel)}</span>
    </li>`;
  }

  private buttons(
    buttons: readonly ReportButton[],
    isDisabled: (button: ReportButton) => boolean = () => false,
  ): unknown {
    return repeat(
      buttons,
      ({ action }) => action,
      button =>
        html`<vscode-button
          secondary
          data-command=${button.action}
          ?disabled=${isDisabled(button)}
          @click=${() => this.act(button.action)}
          >${button.label}</vscode-button
        >`,
    );
  }
}
