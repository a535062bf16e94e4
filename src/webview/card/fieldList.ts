import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../controls/icon';
import { visibleText } from '../text/visibleText';
import { type ProfileAction } from '../../protocol/messages/profileMessages';
import { type Field, type FieldButton, type Section, type Value } from './sections';

type Act = (action: ProfileAction) => void;

export function sectionTemplate(section: Section, act: Act): TemplateResult {
  const list = html`<dl>${section.fields.map(field => fieldTemplate(field, act))}</dl>`;
  const note = section.note === undefined ? nothing : noteTemplate(section.note);
  return section.folded
    ? html`<details>
        <summary>${section.title}</summary>
        ${note}${list}
      </details>`
    : html`<section>
        <h2>${section.title}</h2>
        ${note}${list}
      </section>`;
}

function fieldTemplate({ label, values, note, copy: copied, buttons = [] }: Field, act: Act): TemplateResult {
  return html`
    <dt>${visibleText(label)}</dt>
    <dd>
      <span class="values scrolls" tabindex=${mayScroll(values) ? 0 : nothing}
        >${values.map(valueTemplate)}</span
      >
      ${copied === undefined ? nothing : copyButton(l10n.t('Copy {0}', label), () => act({ type: 'copyText', text: copied }))}
      ${buttons.map(button => buttonTemplate(button, act))}
    </dd>
    ${note === undefined ? nothing : html`<dd class="note">${icon('info')}<span>${note}</span></dd>`}
  `;
}

function buttonTemplate({ icon: name, label, action }: FieldButton, act: Act): TemplateResult {
  return html`<vscode-toolbar-button
    icon=${name}
    label=${label}
    title=${label}
    @click=${() => act(action)}
  ></vscode-toolbar-button>`;
}

/** What may be taller than a field is, so that the keyboard reaches all of it. */
function mayScroll(values: readonly Value[]): boolean {
  return values.reduce((sum, { text }) => sum + text.length, 0) > 400 || values.length > 20;
}

function valueTemplate({ text, look }: Value): TemplateResult {
  return html`<span class=${look ?? ''}>${visibleText(text)}</span>`;
}

function noteTemplate(note: string): TemplateResult {
  return html`<p class="note">${icon('info')}<span>${note}</span></p>`;
}

export function copyButton(label: string, onClick: () => void): TemplateResult {
  return html`<vscode-toolbar-button
    icon="copy"
    label=${label}
    title=${label}
    @click=${onClick}
  ></vscode-toolbar-button>`;
}
