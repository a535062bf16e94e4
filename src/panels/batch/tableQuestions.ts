import { type FromBatch } from '../../protocol/messages/batchMessages';
import { inSlices, type Steps } from '../steps';
import { type BatchChannel } from './batchChannel';
import { type BatchTable } from './table/batchTable';
import { isValueColumn } from './table/columnText';

type Question = FromBatch & { type: 'values' | 'find' };

/** Looks through the rows for a reader who types on: an earlier question is not wanted any more. */
export class TableQuestions {
  private turn = 0;

  constructor(
    private readonly table: BatchTable,
    private readonly channel: BatchChannel,
    private readonly closed: AbortSignal,
  ) {}

  async answer(question: Question): Promise<void> {
    const { table, channel } = this;
    if (question.type === 'find') {
      const { text, from, backwards } = question;
      const match = await this.look(table.match(text, from, backwards));
      if (match) channel.post({ type: 'match', text, ...match });
    } else if (isValueColumn(question.column)) {
      const values = await this.look(table.values(question.column, question.search));
      if (values) channel.post({ type: 'values', ...values });
    }
  }

  private async look<T>(steps: Steps<T>): Promise<T | undefined> {
    const turn = ++this.turn;
    return (await inSlices(steps, () => turn === this.turn && !this.closed.aborted))?.value;
  }
}
