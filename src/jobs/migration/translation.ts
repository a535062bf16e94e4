import { type Account } from '../../accounts';
import { type MigratedOpenid } from '../../lists';
import { type Fault } from '../../wechat';

/** Openids of the old account, and where they came from. */
export interface OldOpenids {
  readonly source: string;
  readonly openids: readonly string[];
  /** The text that they were found in, where it may be a table. */
  readonly text?: string | undefined;
}

export type TranslationCounts = Readonly<Record<MigratedOpenid['kind'] | 'notAsked', number>>;

/** What became of openids of an account that migrated. It lives as long as the page that shows it. */
export class Translation {
  readonly mapping = new Map<string, MigratedOpenid>();
  /** Kept up to date: a page is drawn again and again while there may be a million. */
  readonly #by: Readonly<Record<keyof TranslationCounts, Set<string>>>;
  /** What ended it before everybody was asked for. */
  stoppedBy: Fault | undefined;
  isRunning = false;

  constructor(
    readonly account: Account,
    readonly old: OldOpenids,
    /** Its AppID or its original id, whichever WeChat takes. */
    public oldAccount: string,
  ) {
    const nobody = () => new Set<string>();
    this.#by = {
      migrated: nobody(),
      noFollower: nobody(),
      notReturned: nobody(),
      refused: nobody(),
      notAsked: new Set(old.openids),
    };
  }

  get pending(): string[] {
    return [...this.#by.notAsked];
  }

  get counts(): TranslationCounts {
    const { migrated, noFollower, notReturned, refused, notAsked } = this.#by;
    return {
      migrated: migrated.size,
      noFollower: noFollower.size,
      notReturned: notReturned.size,
      refused: refused.size,
      notAsked: notAsked.size,
    };
  }

  /** Those of one outcome. */
  those(kind: keyof TranslationCounts): Iterable<string> {
    return this.#by[kind];
  }

  note(outcome: MigratedOpenid): void {
    const { old, kind } = outcome;
    this.#by[this.mapping.get(old)?.kind ?? 'notAsked'].delete(old);
    this.#by[kind].add(old);
    this.mapping.set(old, outcome);
  }
}
