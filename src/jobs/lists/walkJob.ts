import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type Clients, type LearnedPrefixes } from '../../accounts';
import { type FollowerList, isSameList, type ListStore, openidsOf, pagesOf } from '../../lists';
import { type CommandId, commands } from '../../manifest';
import { byHand } from '../../ui/asking/byHand';
import { type Report, withProgress } from '../../ui/asking/progress';
import { type Action, Problem } from '../../ui/problems/problem';
import { problemOf } from '../../ui/problems/problemOf';
import { type Problems } from '../../ui/problems/problems';
import { countText, inARow } from '../../ui/texts/formats';
import { foundText, listKindText, oddText } from '../../ui/texts/listTexts';
import { isAbort, WeChatFailure } from '../../wechat';

/** So many openids teach how those of an account begin. */
const taught = 100;

/** Walks a list with a progress notification, and says at its end what was found. */
export class WalkJob {
  constructor(
    private readonly store: ListStore,
    private readonly clients: Pick<Clients, 'for'>,
    private readonly prefixes: Pick<LearnedPrefixes, 'learnFollowers'>,
    private readonly problems: Problems,
  ) {}

  /**
   * From where the list stands to its end, or to where something ends it.
   * @param counted how many there are by another count of WeChat's, as of a tag
   * @throws {ListError}
   */
  async run(list: FollowerList, counted?: number): Promise<FollowerList | undefined> {
    try {
      const walked = await withProgress(titleOf(list), (signal, report) =>
        this.store.walk(list.id, pagesOf(this.clients.for(list.appId), list.list), {
          signal,
          onPage: drawnBy(report, list, counted),
        }),
      );
      await this.learn(walked);
      void this.tellDone(walked, counted);
      return walked;
    } catch (error) {
      if (!isAbort(error) && !(error instanceof WeChatFailure)) throw error;
      const left = await this.store.open(list.id);
      // Nothing came: a list of nobody would only stand in the way.
      if (left.pages === 0) await this.store.remove(list.id);
      this.tellEnded(left, error);
      return left.pages === 0 ? undefined : left;
    }
  }

  private async learn({ id, appId, list, total }: FollowerList): Promise<void> {
    const first = await openidsOf(await this.store.source(id), taught);
    await this.prefixes.learnFollowers(appId, first, list.kind === 'followers' ? total : undefined);
  }

  private async tellDone(walked: FollowerList, counted: number | undefined): Promise<void> {
    const isOtherCount = counted !== undefined && counted !== walked.found;
    const odd = oddText(walked);
    const sentence = inARow(
      l10n.t('{0} of {1}: {2}.', listKindText(walked.list), walked.accountName, foundText(walked)),
      odd !== '' && l10n.t('{0}.', odd),
      isOtherCount &&
        l10n.t('The list of tags counts {0}, which may lag behind for a while.', countText(counted)),
      walked.forMigration && l10n.t('The list is kept until it is removed. Export it as well.'),
    );
    const toFile = action(l10n.t('Export…'), commands.exportList, walked.id);
    const fetch = action(l10n.t('Fetch Profiles…'), commands.fetchProfilesOfList, walked.id);
    await offer(sentence, [
      ...(walked.found === 0 ? [] : walked.forMigration ? [toFile, fetch] : [fetch, toFile]),
      ...((await this.hasEarlier(walked))
        ? [action(l10n.t('Compare…'), commands.compareLists, walked.id)]
        : []),
    ]);
  }

  private async hasEarlier({ id, appId, list }: FollowerList): Promise<boolean> {
    const { lists } = await this.store.lists();
    return lists.some(
      other => other.id !== id && other.appId === appId && other.found > 0 && isSameList(other.list, list),
    );
  }

  private tellEnded(left: FollowerList, error: unknown): void {
    const resume = left.pages > 0 ? [action(l10n.t('Resume'), commands.resumeList, left.id)] : [];
    const found = countText(left.found);
    if (!(error instanceof WeChatFailure)) {
      const sentence =
        left.pages > 0
          ? l10n.t('The walk was cancelled at {0}. What was found is kept.', found)
          : l10n.t('The walk was cancelled before anything was found.');
      void offer(sentence, resume);
      return;
    }
    const { sentence, actions } = problemOf(error.fault, left.appId);
    const stopped =
      left.pages > 0
        ? l10n.t('The walk stopped at {0}; what was found is kept. {1}', found, sentence)
        : sentence;
    void this.problems.show(new Problem(stopped, [...resume, ...actions]), left.accountName);
  }
}

function titleOf({ list, accountName, inMemory }: FollowerList): string {
  const title = l10n.t('Browsing: {0} ({1})', listKindText(list), accountName);
  return inMemory
    ? l10n.t('{0}, kept in memory only: it cannot be resumed once this window closes', title)
    : title;
}

function drawnBy(report: Report, list: FollowerList, counted: number | undefined) {
  let told = 0;
  const draw = (now: FollowerList) => {
    const total = now.total ?? counted;
    const message =
      total === undefined
        ? l10n.t('{0} found so far', countText(now.found))
        : l10n.t('{0} of {1}', countText(now.found), countText(total));
    const percent = total ? Math.min(100, (now.found / total) * 100) : 0;
    report.report({ message, increment: Math.max(0, percent - told) });
    told = Math.max(told, percent);
  };
  if (list.pages > 0) draw(list);
  return draw;
}

function action(label: string, command: CommandId, listId: string): Action {
  return { label, run: () => vscodeCommands.executeCommand(command, byHand({ listId })) };
}

async function offer(message: string, actions: readonly Action[]): Promise<void> {
  const label = await window.showInformationMessage(message, ...actions.map(each => each.label));
  await actions.find(each => each.label === label)?.run();
}
