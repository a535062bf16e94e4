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
  /** What ended it before everybody was asked for. */
  stoppedBy: Fault | undefined;
  isRunning = false;

  constructor(
    readonly account: Account,
    readonly old: OldOpenids,
    /** Its AppID or its original id, whichever WeChat takes. */
    public oldAccount: string,
  ) {}

  get pending(): string[] {
    return this.old.openids.filter(openid => !this.mapping.has(openid));
  }

  get counts(): TranslationCounts {
    const counts = { migrated: 0, noFollower: 0, notReturned: 0, refused: 0, notAsked: 0 };
    for (const openid of this.old.openids) counts[this.mapping.get(openid)?.kind ?? 'notAsked']++;
    return counts;
  }
}
