import { html, type TemplateResult } from 'lit';
import { type ColumnId, type Row } from '../../../protocol/batchView';
import { outcomeText } from '../../../protocol/labels';
import { icon } from '../../controls/icon';
import { type Formats } from '../../text/formats';
import { outcomeIcons } from '../../text/outcomes';
import { visibleText } from '../../text/visibleText';

/** The inside of a cell. What may not fit is whole in its tooltip. */
export function cellTemplate(row: Row, column: ColumnId, formats: Formats): TemplateResult {
  switch (column) {
    case 'place':
      return html`<span class="text number">${formats.number(row.id + 1)}</span>`;
    case 'outcome':
      return outcomeCell(row);
    case 'openid':
    case 'unionid':
      return textCell(row[column] ?? '', 'code');
    case 'scene':
      return row.scene?.known === false
        ? textCell(row.scene.code, 'code')
        : textCell(row.scene?.label ?? '', '', row.scene && `${row.scene.label} · ${row.scene.code}`);
    case 'followedAt':
    case 'fetchedAt':
      return timeCell(row[column], formats);
    case 'tags':
      return tagsCell(row.tags);
    case 'remark':
    case 'qrScene':
      return textCell(row[column] ?? '');
  }
}

/** Nearly everybody follows: saying so in each row would hide those who do not. */
function outcomeCell({ outcome, toAskAgain }: Row): TemplateResult {
  const label = outcomeText(outcome, toAskAgain);
  const look = outcome === 'following' && !toAskAgain ? 'unseen' : 'text';
  return html`<span class="outcome" title=${label}>${icon(outcomeIcons[outcome])}</span
    ><span class=${look} title=${label}>${label}</span>`;
}

function textCell(text: string, look = '', title = text): TemplateResult {
  return html`<span class="text ${look}" title=${visibleText(title)}>${visibleText(text)}</span>`;
}

/** Names of tags may hold commas themselves. */
function tagsCell(tags: readonly string[]): TemplateResult {
  return html`<span class="text" title=${visibleText(tags.join('\n'))}
    >${tags.map(tag => html`<span class="tag">${visibleText(tag)}</span>`)}</span
  >`;
}

function timeCell(seconds: number | undefined, formats: Formats): TemplateResult {
  if (seconds === undefined) return textCell('');
  const time = seconds * 1000;
  const title = [formats.age(time), formats.beijingTime(time)].filter(Boolean).join(' · ');
  return html`<span class="text" title=${title}>${formats.localTime(time)}</span>`;
}
