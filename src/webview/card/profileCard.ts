import * as l10n from '@vscode/l10n';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ProfileAction } from '../../protocol/messages/profileMessages';
import { outcomeText } from '../../protocol/labels';
import { type ProblemView, type ProfileView } from '../../protocol/views/profileView';
import { buttonStyles } from '../controls/buttonStyles';
import { icon, iconStyles } from '../controls/icon';
import { reducesMotion } from '../controls/motion';
import { scrollbars } from '../controls/scrollbars';
import { type Formats } from '../text/formats';
import { outcomeIcons, outcomeMeaning } from '../text/outcomes';
import { visibleText } from '../text/visibleText';
import { cardStyles } from './cardStyles';
import { fetchedText } from './fetchedText';
import { copyButton, sectionTemplate } from './fieldList';
import { profileText } from './profileText';
import { sections } from './sections';
import { traceText } from './traceText';

/** A profile and all that can be done from it. */
@customElement('lens-profile')
export class ProfileCard extends LitElement {
  static override styles = [iconStyles, buttonStyles, scrollbars, cardStyles];

  @property({ attribute: false }) profile?: ProfileView;
  @property({ attribute: false }) formats!: Formats;
  /** Takes what the user picks. */
  @property({ attribute: false }) act!: (action: ProfileAction) => void;
  /** WeChat is being asked again. */
  @property({ type: Boolean }) busy = false;
  /** A pane beside a table shows what the batch found and does not ask again. */
  @property({ type: Boolean }) refreshable = false;

  override render(): unknown {
    const { profile } = this;
    if (!profile) return nothing;
    // The explained error of an invalid openid says all that its outcome means.
    const meaning =
      profile.outcome === 'invalid' && profile.problem ? undefined : outcomeMeaning(profile.outcome);
    return html`
      <article>
        <header>${this.head(profile)} ${this.actions(profile)}</header>
        ${meaning === undefined ? nothing : html`<p class="meaning">${meaning}</p>`}
        ${profile.looksLikeUnionid ? html`<p class="meaning">${unionidHint()}</p>` : nothing}
        ${this.owners(profile)}
        ${profile.problem && this.problem(profile.problem, profile.outcome === 'invalid')}
        ${sections(profile, this.formats).map(section => sectionTemplate(section, this.act))}
        ${this.samePerson(profile)} ${this.lists(profile)}
      </article>
    `;
  }

  private head({ openid, outcome, accountName, appId, ...view }: ProfileView): TemplateResult {
    const fetched = fetchedText(view, this.formats);
    return html`
      <h1>
        <span>${visibleText(openid)}</span>
        ${copyButton(l10n.t('Copy OpenID'), () => this.copy(openid))}
      </h1>
      <p class="state">${icon(outcomeIcons[outcome])}${outcomeText(outcome, view.toAskAgain)}</p>
      <p class="origin">
        <span>${visibleText(accountName)}</span>
        <span>${appId}</span>
        ${fetched === undefined ? nothing : html`<span title=${fetched.exactly}>${fetched.text}</span>`}
      </p>
    `;
  }

  private actions(profile: ProfileView): TemplateResult {
    return html`<div class="actions">
      ${
        this.refreshable
          ? html`<vscode-button
              secondary
              icon=${this.busy ? 'loading' : 'refresh'}
              ?icon-spin=${this.busy && !reducesMotion()}
              ?disabled=${this.busy}
              @click=${() => this.act({ type: 'refresh' })}
              >${l10n.t('Refresh')}</vscode-button
            >`
          : nothing
      }
      <vscode-button secondary @click=${() => this.copy(profileText(profile, this.formats))}
        >${l10n.t('Copy as Text')}</vscode-button
      >
      ${
        profile.hasRaw
          ? html`<vscode-button secondary @click=${() => this.act({ type: 'copyJson' })}
                >${l10n.t('Copy as JSON')}</vscode-button
              >
              <vscode-button secondary @click=${() => this.act({ type: 'openRaw' })}
                >${l10n.t('Show Raw JSON')}</vscode-button
              >`
          : nothing
      }
    </div>`;
  }

  private problem(problem: ProblemView, grave: boolean): TemplateResult {
    const { cause, nextStep, ip } = problem;
    const trace = traceText(problem, this.formats);
    return html`<div class=${grave ? 'problem error' : 'problem'}>
      <p>${visibleText(cause)}</p>
      <p>${visibleText(nextStep)}</p>
      ${trace ? html`<p class="trace">${visibleText(trace)}</p>` : nothing}
      ${
        ip === undefined
          ? nothing
          : html`<div class="actions">
              ${this.button(l10n.t('Copy IP'), { type: 'copyText', text: ip })}
              ${this.button(l10n.t('Open WeChat Console'), { type: 'openConsole' })}
            </div>`
      }
    </div>`;
  }

  private owners({ likelyOwners }: ProfileView): unknown {
    if (likelyOwners.length === 0) return nothing;
    return html`<section>
      <h2>${l10n.t('This OpenID May Belong To')}</h2>
      <div class="actions">
        ${likelyOwners.map(({ openid, appId, accountName }) =>
          this.button(l10n.t('Look Up in {0}', visibleText(accountName)), { type: 'lookUp', openid, appId }),
        )}
      </div>
    </section>`;
  }

  private samePerson({ samePerson, unsought }: ProfileView): unknown {
    if (samePerson.length === 0 && unsought === undefined) return nothing;
    return html`<section>
      <h2>${l10n.t('Same Person in Other Accounts')}</h2>
      <ul>
        ${samePerson.map(({ openid, appId, accountName }) =>
          this.link(accountName, html`<span class="code">${visibleText(openid)}</span>`, {
            type: 'lookUp',
            openid,
            appId,
          }),
        )}
        ${
          unsought === undefined
            ? nothing
            : html`<li>
                <button class="link" @click=${() => this.act({ type: 'findPerson', unionid: unsought })}>
                  ${l10n.t('Look in All Batches and Imports')}
                </button>
              </li>`
        }
      </ul>
    </section>`;
  }

  private lists({ lists }: ProfileView): unknown {
    if (lists.length === 0) return nothing;
    return html`<section>
      <h2>${l10n.t('In Lists')}</h2>
      <ul>
        ${lists.map(({ batchId, source, startedAt }) =>
          this.link(source, this.formats.localTime(startedAt), { type: 'openList', batchId }),
        )}
      </ul>
    </section>`;
  }

  private button(label: string, action: ProfileAction): TemplateResult {
    return html`<vscode-button secondary @click=${() => this.act(action)}>${label}</vscode-button>`;
  }

  private link(label: string, detail: unknown, action: ProfileAction): TemplateResult {
    return html`<li>
      <button class="link" @click=${() => this.act(action)}>${visibleText(label)}</button>
      <span class="muted">${detail}</span>
    </li>`;
  }

  private readonly copy = (text: string) => this.act({ type: 'copyText', text });
}

function unionidHint(): string {
  return l10n.t('It looks like a unionid: earlier unionids begin the same way. WeChat is queried by openid.');
}
