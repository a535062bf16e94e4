import { personOutcomeLabel } from '../../protocol/personOutcome';
import { env } from 'vscode';

import { type FromPeople } from '../../protocol/messages/peopleMessages';
import { type PeopleLayout } from '../../protocol/views/peopleView';
import { inSlices, type Steps } from '../steps';
import { cellText, idsAsText, rowsAsText } from './copyPeople';
import { type PeopleChannel } from './peopleChannel';
import { type PersonTable } from './table/personTable';

/** What the page asks about the rows that it has. */
export type TableQuestion = FromPeople & {
  type:
    'query' | 'slice' | 'place' | 'activate' | 'select' | 'copyCell' | 'copy' | 'copyIds' | 'values' | 'find';
};

/** Who draws the table, and shows the person with the keyboard. */
interface TableOwner {
  drawAgain(): void;
  showDetail(): void;
}

/** Answers what is asked about the rows, a slice of work at a time. */
export class TableAnswers {
  /** The latest question about what stands in the rows: an earlier one is not wanted any more. */
  private asked = 0;

  constructor(
    private readonly channel: PeopleChannel,
    private readonly closed: AbortSignal,
    private readonly owner: TableOwner,
  ) {}

  async answer(message: TableQuestion, table: PersonTable, layout: PeopleLayout | undefined): Promise<void> {
    const { channel } = this;
    switch (message.type) {
      case 'query':
        table.turn = message.turn;
        table.query = message.query;
        table.topRow = undefined;
        this.owner.drawAgain();
        break;
      case 'slice': {
        const { offset, length, version } = message;
        // The page asks again when it hears of the version that this one made way for.
        if (version === table.version)
          channel.post({ type: 'rows', version, offset, rows: table.slice(offset, length) });
        break;
      }
      case 'place':
        table.turn = message.turn;
        table.topRow = message.position === 0 ? undefined : table.rowAt(message);
        break;
      case 'activate':
        table.turn = message.turn;
        table.activeRow = table.rowAt(message);
        this.owner.showDetail();
        break;
      case 'select':
        table.select(message.change);
        channel.post({ type: 'found', found: table.found() });
        break;
      case 'copyCell': {
        const source = table.source(message.column);
        if (source && message.row < table.length)
          await env.clipboard.writeText(cellText(source, table.positionAt(message.row)));
        break;
      }
      case 'copy':
        if (layout) await this.copy(rowsAsText(table, message.of, message.as, layout));
        break;
      case 'copyIds': {
        const source = table.source(message.column);
        if (source) await this.copy(idsAsText(table, message.of, source, message.as));
        break;
      }
      case 'values': {
        const { column, search } = message;
        const isOutcome = table.source(column)?.column.kind === 'outcome';
        const labelOf = (value: string) => (isOutcome ? personOutcomeLabel(value) : value);
        const values = await this.look(table.values(column, search, labelOf));
        if (values) channel.post({ type: 'values', ...values });
        break;
      }
      case 'find': {
        const { text, from, backwards } = message;
        const match = await this.look(table.match(text, from, backwards));
        if (match) channel.post({ type: 'match', text, ...match });
        break;
      }
    }
  }

  private async look<T>(steps: Steps<T>): Promise<T | undefined> {
    const turn = ++this.asked;
    return (await inSlices(steps, () => turn === this.asked && !this.closed.aborted))?.value;
  }

  private async copy(steps: Steps<string>): Promise<void> {
    const text = await inSlices(steps, () => !this.closed.aborted);
    if (text && text.value !== '') await env.clipboard.writeText(text.value);
  }
}
