import { type Fault } from '../../wechat';
import { type ListKind } from '../walking/pageSource';
import { type ListIndex } from './listRecord';

/** What is told of a kept list without reading its openids. */
export interface FollowerList {
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  readonly list: ListKind;
  /** Unix milliseconds: when its walk began, and when its last page came. */
  readonly startedAt: number;
  readonly at: number;
  /** As WeChat counted when the walk began; it counts the people of no tag. */
  readonly total: number | undefined;
  /** Distinct openids kept. */
  readonly found: number;
  /** Listed more than once, since people came and left meanwhile. */
  readonly repeated: number;
  /** Entries that cannot be openids. */
  readonly unreadable: number;
  readonly pages: number;
  /** Whether the walk came to the end of the list. */
  readonly isComplete: boolean;
  /** Whether some window walks it now, and whether that is another one. */
  readonly isWalked: boolean;
  readonly isElsewhere: boolean;
  /** Why the last walk ended before. */
  readonly stoppedBy: Fault | undefined;
  /** Kept until it is removed, since WeChat gives the openids of a migrated account to nobody. */
  readonly forMigration: boolean;
  /** Unix milliseconds after which it may be deleted; undefined where it stays, or lives in memory only. */
  readonly keptUntil: number | undefined;
  readonly inMemory: boolean;
}

/** Whether it can be exempted from the retention: all followers of an account, on the disk. */
export function mayBeKept({ list, isComplete, isWalked, forMigration, inMemory }: FollowerList): boolean {
  return list.kind === 'followers' && isComplete && !isWalked && !forMigration && !inMemory;
}

export function listOf(
  id: string,
  { head, pages, stopped }: ListIndex,
  {
    inMemory,
    walkedBy,
    retentionDays,
  }: {
    readonly inMemory: boolean;
    readonly walkedBy: 'thisWindow' | 'another' | undefined;
    readonly retentionDays: number;
  },
): FollowerList {
  const sum = (of: (page: ListIndex['pages'][number]) => number) =>
    pages.reduce((total, page) => total + of(page), 0);
  const last = pages.at(-1);
  return {
    id,
    ...head,
    at: last?.at ?? head.startedAt,
    total: pages[0]?.total,
    found: sum(page => page.count),
    repeated: sum(page => page.repeated),
    unreadable: sum(page => page.unreadable),
    pages: pages.length,
    isComplete: last?.next === null,
    isWalked: walkedBy !== undefined,
    isElsewhere: walkedBy === 'another',
    stoppedBy: stopped,
    keptUntil: inMemory || head.forMigration ? undefined : head.startedAt + retentionDays * 86_400_000,
    inMemory,
  };
}
