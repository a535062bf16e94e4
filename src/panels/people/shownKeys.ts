import { type PanelLog } from '../sources';
import { type BusinessKeys } from './peopleSources';
import { type KeySource } from './table/columnSources';

/** Business keys as the table shows them: nothing before they are read, which begins when the rows are shown. */
export class ShownKeys implements KeySource {
  private values: ((person: number, name: string) => readonly string[]) | undefined;
  private isReading = false;

  constructor(
    private readonly keys: BusinessKeys,
    private readonly closed: AbortSignal,
    private readonly log: PanelLog,
    private readonly came: () => void,
  ) {}

  get names(): readonly string[] {
    return this.keys.names;
  }

  valuesOf(person: number, name: string): readonly string[] {
    return this.values?.(person, name) ?? [];
  }

  read(): void {
    if (this.isReading || this.names.length === 0) return;
    this.isReading = true;
    this.keys.read(this.closed).then(
      values => {
        this.values = values;
        if (!this.closed.aborted) this.came();
      },
      (error: unknown) => {
        if (!this.closed.aborted) this.log.error('business keys of people', error);
      },
    );
  }
}
