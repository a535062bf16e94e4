import { html, type TemplateResult } from 'lit';
import { type ColumnId, type Row } from '../../../protocol/views/batchView';
import { outcomeCell, textCell, timeCell } from '../../table/rows/cells';
import { type Formats } from '../../text/formats';
import { visibleText } from '../../text/visibleText';

/** The inside of a cell. */
export function cellTemplate(row: Row, column: ColumnId, formats: Formats): TemplateResult {
  switch (column) {
    case 'place':
      return html`<span class="text number">${formats.number(row.id + 1)}</span>`;
    case 'outcome':
      return outcomeCell(row.outcome, row.toAskAgain);
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

/** Names of tags may hold commas themselves. */
function tagsCell(tags: readonly string[]): TemplateResult {
  return html`<span class="text" title=${visibleText(tags.join('\n'))}
    >${tags.map(tag => html`<span class="tag">${visibleText(tag)}</span>`)}</span
  >`;
}
