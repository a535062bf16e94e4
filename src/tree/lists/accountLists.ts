import { type FollowerList, isSameList, ListError, type ListKind, type UnreadableList } from '../../lists';
import { type ListSources } from '../node';

/** The kept lists of one account as they were read last: its nodes are drawn from there. */
export class AccountLists {
  private lists: readonly FollowerList[] = [];
  private unreadable: readonly UnreadableList[] = [];
  private reading: Promise<void> | undefined;
  /** Why they cannot be read. */
  failure: unknown;

  constructor(
    private readonly appId: string,
    /** Whether those of nobody stand here: they must stand somewhere, or nobody could remove them. */
    private readonly holdsStrays: boolean,
    private readonly sources: Pick<ListSources, 'store'>,
  ) {}

  /** Reads them, once for all nodes that want it at the same time. */
  read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** The lists of a kind, the latest first. */
  of(kind: ListKind): FollowerList[] {
    return this.lists.filter(({ list }) => isSameList(list, kind));
  }

  /** The tags that lists are kept of, by the names that they had. */
  tags(): { readonly id: number; readonly name: string }[] {
    const tags = new Map<number, string>();
    for (const { list } of this.lists) {
      if (list.kind === 'tag' && !tags.has(list.tagId)) tags.set(list.tagId, list.name);
    }
    return [...tags].map(([id, name]) => ({ id, name }));
  }

  /** Those of which nobody knows what they list. */
  get lost(): readonly UnreadableList[] {
    return this.unreadable;
  }

  private async readNow(): Promise<void> {
    try {
      const { lists, unreadable } = await this.sources.store.lists();
      const isHere = ({ appId }: { readonly appId: string | undefined }) =>
        appId === undefined ? this.holdsStrays : appId === this.appId;
      this.lists = lists.filter(isHere);
      this.unreadable = unreadable.filter(isHere);
      this.failure = undefined;
    } catch (error) {
      if (!(error instanceof ListError)) throw error;
      this.failure = error;
    }
  }
}
