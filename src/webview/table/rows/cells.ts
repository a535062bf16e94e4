import { html, type TemplateResult } from 'lit';
import { outcomeText } from '../../../protocol/labels';
import { type OutcomeKind } from '../../../protocol/views/profileView';
import { icon } from '../../controls/icon';
import { type Formats } from '../../text/formats';
import { outcomeIcons } from '../../text/outcomes';
import { visibleText } from '../../text/visibleText';

/** Nearly everybody follows: saying so in each row would hide those who do not. */
export function outcomeCell(outcome: OutcomeKind, toAskAgain = false): TemplateResult {
  const label = outcomeText(outcome, toAskAgain);
  const look = outcome === 'following' && !toAskAgain ? 'unseen' : 'text';
  return html`<span class="outcome" title=${label}>${icon(outcomeIcons[outcome])}</span
    ><span class=${look} title=${label}>${label}</span>`;
}

/** What may not fit is whole in its tooltip. */
export function textCell(text: string, look = '', title = text): TemplateResult {
  return html`<span class="text ${look}" title=${visibleText(title)}>${visibleText(text)}</span>`;
}

/** @param seconds unix seconds */
export function timeCell(seconds: number | undefined, formats: Formats): TemplateResult {
  if (seconds === undefined) return textCell('');
  const time = seconds * 1000;
  const title = [formats.age(time), formats.beijingTime(time)].filter(Boolean).join(' · ');
  return html`<span class="text" title=${title}>${formats.localTime(time)}</span>`;
}
