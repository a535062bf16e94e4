import { type PeopleLayout, peopleLayout } from '../../protocol/views/peopleView';
import { type PanelLog } from '../sources';
import { type StateFiles } from '../stateFiles';
import { type ColumnSource } from './table/columnSources';

/** Accounts up to which all is shown of each at first. */
const fewAccounts = 3;

/** The columns of people as they were left, those of each group of accounts by themselves. */
export class PeopleLayouts {
  constructor(
    private readonly files: StateFiles,
    private readonly log: PanelLog,
  ) {}

  async of(group: string, sources: readonly ColumnSource[]): Promise<PeopleLayout> {
    const saved = await this.files.read(nameOf(group), peopleLayout);
    const columns = sources.map(({ column }) => column.id);
    if (!saved) return firstLayout(columns);
    const known = saved.order.filter(column => columns.includes(column));
    return { ...saved, order: [...new Set([...known, ...columns])] };
  }

  save(group: string, layout: PeopleLayout): void {
    void this.files
      .write(nameOf(group), layout)
      .catch((error: unknown) => this.log.error('columns of people', error));
  }
}

function firstLayout(columns: readonly string[]): PeopleLayout {
  const accounts = columns.filter(column => column.startsWith('openid:')).length;
  const hidden = accounts > fewAccounts ? columns.filter(column => /^(outcome|since):/.test(column)) : [];
  return { order: [...columns], hidden, widths: {} };
}

function nameOf(group: string): string {
  return `people ${group}`;
}
