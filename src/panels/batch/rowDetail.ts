import { noAccount, type Outcome } from '../../batch';
import { type Overlay } from '../../changes';
import { type ProfileView } from '../../protocol/views/profileView';
import { type DisplayLanguage } from '../../wechat';
import { profileViewOf, unionidOf } from '../profile/profileView';
import { type TagNames } from './table/sortRows';
import {
  type PanelLog,
  type RelatedPeople,
  type RelationSource,
  type ShownBatch,
  type Subscription,
} from '../sources';

export interface RowDetailContext {
  readonly batch: ShownBatch;
  readonly language: DisplayLanguage;
  readonly relations?: RelationSource;
  readonly log: PanelLog;
  readonly post: (row: number, profile: ProfileView) => void;
}

/** Recent lookups are read to find the same person: not for each row that an arrow key passes. */
const restMs = 250;

/** The profile beside the table: at once, and again with the people related to it when the reader rests there. */
export class RowDetail implements Subscription {
  private outcome: Outcome | undefined;
  /** Which row that is the outcome of, and as of which change. */
  private shown = '';
  private people: RelatedPeople | undefined;
  private tagNames: TagNames = new Map();
  private changes: Overlay | undefined;
  private rest: NodeJS.Timeout | undefined;

  constructor(private readonly context: RowDetailContext) {}

  send(row: number | undefined, tagNames: TagNames, changes?: Overlay): void {
    const outcome = row === undefined ? undefined : this.context.batch.outcomeAt(row);
    if (row === undefined || !outcome) return;
    this.tagNames = tagNames;
    this.changes = changes;
    const shown = `${row} ${this.context.batch.changeOf(row)}`;
    if (shown !== this.shown) {
      this.shown = shown;
      this.dispose();
      this.outcome = outcome;
      this.people = undefined;
      this.rest = setTimeout(() => void this.relate(outcome, row), restMs);
    }
    this.post(outcome, row);
  }

  dispose(): void {
    clearTimeout(this.rest);
  }

  private async relate(outcome: Outcome, row: number): Promise<void> {
    const { batch, relations, log } = this.context;
    try {
      const people = await relations?.people(outcome.openid, batch.appId, unionidOf(outcome));
      if (!people || outcome !== this.outcome) return;
      this.people = people;
      this.post(outcome, row);
    } catch (error) {
      log.error('people related to a row', error);
    }
  }

  private post(outcome: Outcome, row: number): void {
    const { tagNames, changes } = this;
    const { batch, language, post } = this.context;
    const { appId, accountName } = batch;
    const fetchedAt = batch.answeredAt(row);
    const known = {
      ...{ appId, accountName, language, tagNames, changes, toAskAgain: batch.isToAskAgain(row) },
      // A batch of an older version knows no times of its answers.
      ...(appId !== noAccount && (fetchedAt === undefined ? { notBefore: batch.startedAt } : { fetchedAt })),
      ...(this.people && { people: this.people }),
    };
    post(row, profileViewOf(outcome, known));
  }
}
