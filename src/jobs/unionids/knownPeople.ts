import { type AccountRegistry, type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type ImportStore, type ListSource, type People, PeopleIndex } from '../../people';
import { orImportProblem } from './importProblem';

const forgetAfter = 60_000;

/** Who is who as of now, by what is kept on this machine. */
export class KnownPeople {
  private index: PeopleIndex | undefined;
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly registry: Pick<AccountRegistry, 'all'>,
    private readonly batches: Pick<BatchStore, 'answers'>,
    private readonly lookups: Pick<LookupHistory, 'recent'>,
    readonly imports: () => Promise<ImportStore>,
    private readonly lists: ListSource,
  ) {}

  /** @throws {Problem} where something kept cannot be read; the signal's reason */
  async people(signal: AbortSignal): Promise<People> {
    clearTimeout(this.forgetting);
    const imports = await this.imports();
    this.index ??= new PeopleIndex({
      batches: this.batches,
      lookups: () => this.everyLookup(),
      imports,
      lists: this.lists,
    });
    const { index } = this;
    try {
      return await orImportProblem(() => index.people(signal));
    } finally {
      // Hundreds of megabytes where millions are known: kept for the next question only.
      this.forgetting = setTimeout(() => (this.index = undefined), forgetAfter);
      this.forgetting.unref();
    }
  }

  private async *everyLookup() {
    for (const { appId } of await this.registry.all()) yield* await this.lookups.recent(appId);
  }
}
