import { type AccountRegistry, type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type ImportStore, type ListSource, type People, PeopleIndex } from '../../people';
import { type PeopleSummary } from '../../tree/peopleItems';
import { lazily } from '../../ui/lazily';
import { orImportProblem } from './importProblem';
import { summaryOf } from './peopleSummary';

/** Hundreds of megabytes where millions are known: kept for the next question only (milliseconds). */
const forgetAfter = 60_000;

export interface IndexSources {
  readonly registry: Pick<AccountRegistry, 'all'>;
  readonly batches: Pick<BatchStore, 'answers'>;
  readonly lookups: Pick<LookupHistory, 'recent'>;
  readonly imports: () => Promise<ImportStore>;
  readonly lists: () => Promise<ListSource>;
}

/**
 * The one index of people of this window. It is made when it is asked for, and let go a minute after the last page that
 * shows some of it is closed.
 */
export class SharedIndex {
  private index = this.nothingRead();
  private made: People | undefined;
  private holders = 0;
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly sources: IndexSources,
    /** Told of the people in numbers whenever they are known anew. */
    private readonly known: (summary: PeopleSummary | undefined) => unknown = () => undefined,
  ) {}

  /** As they were known last, where the index is still there. */
  get current(): People | undefined {
    return this.made;
  }

  /** @throws {Problem} where what is kept cannot be read; the signal's reason */
  async people(signal?: AbortSignal): Promise<People> {
    const release = this.hold();
    try {
      for (;;) {
        const { index } = this;
        const people = await orImportProblem(async () => (await index()).people(signal));
        // Something of it was removed while it was made.
        if (this.index !== index) continue;
        if (people !== this.made) void this.tell(people);
        this.made = people;
        return people;
      }
    } finally {
      release();
    }
  }

  /** @returns what is to be called when it is needed no more */
  hold(): () => void {
    clearTimeout(this.forgetting);
    this.holders++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      if (--this.holders > 0) return;
      this.forgetting = setTimeout(() => this.forget(), forgetAfter);
      this.forgetting.unref();
    };
  }

  /** Some of what it knows was removed: nothing of that is to be shown any more. */
  removed(): void {
    this.forget();
    this.known(undefined);
  }

  private async tell(people: People): Promise<void> {
    const summary = await summaryOf(people, Date.now());
    if (this.made === people) this.known(summary);
  }

  private forget(): void {
    clearTimeout(this.forgetting);
    this.index = this.nothingRead();
    this.made = undefined;
  }

  private nothingRead(): () => Promise<PeopleIndex> {
    return lazily(async () => {
      const { batches, imports, lists } = this.sources;
      return new PeopleIndex({
        batches,
        lookups: () => this.everyLookup(),
        imports: await imports(),
        lists: await lists(),
      });
    });
  }

  private async *everyLookup() {
    for (const { appId } of await this.sources.registry.all())
      yield* await this.sources.lookups.recent(appId);
  }
}
