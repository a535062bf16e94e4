import { l10n, window } from 'vscode';

import { type Account, type Clients } from '../../accounts';
import { planTagging, type TagAction, type TagRun, type TagRunStore } from '../../changes';
import { errorCode } from '../../files';
import { ListError } from '../../lists';
import { type Action, Hint, Problem } from '../../ui/problems/problem';
import { problemOf } from '../../ui/problems/problemOf';
import { type Problems } from '../../ui/problems/problems';
import { type Report, withProgress } from '../../ui/asking/progress';
import { countText } from '../../ui/texts/formats';
import { plainText } from '../../ui/texts/plainText';
import { isAbort, type Tag, WeChatFailure } from '../../wechat';
import { type Consent } from './consent';
import { type KnownPeople, type KnownPersons, toTag } from './knownPeople';
import { type TagBook } from './tagBook';
import { askToResume, askToTag, askToUndo } from './tagConsent';
import { type TaggingResults } from './taggingResults';
import { countsText } from './taggingTexts';

export interface TagRequest {
  readonly account: Account;
  readonly action: TagAction;
  readonly tag: Tag;
  readonly openids: readonly string[];
  /** What is known of them, where somebody has looked already. */
  readonly known?: KnownPersons | undefined;
  /** Whether other code has called. */
  readonly isOfCall: boolean;
}

export interface TagJobParts {
  readonly clients: Pick<Clients, 'for'>;
  readonly runs: () => Promise<TagRunStore>;
  readonly known: KnownPeople;
  readonly book: TagBook;
  readonly results: TaggingResults;
  readonly problems: Problems;
  readonly log: { info(message: string): void };
}

/** Gives tags to people and takes them: asks, runs, says what became of it, and goes on or takes it back later. */
export class TagJob {
  private readonly running = new Map<string, { readonly run: TagRun; readonly ending: AbortController }>();

  constructor(private readonly parts: TagJobParts) {}

  async start({ account, action, tag, openids, isOfCall, ...request }: TagRequest): Promise<void> {
    const { appId, name: accountName } = account;
    const known = request.known ?? (await this.parts.known.of(appId, openids));
    const people = toTag(openids, known, { tagId: tag.id, action });
    const plan = planTagging(action, people);
    if (plan.send.length === 0) throw nothingToSend(action, tag);
    const tagging = { account, action, tagName: tag.name, plan, known, isOfCall };
    const { consent, onlyFollowers } = await askToTag(tagging);
    const lost = (openid: string) => ['notFollowing', 'invalid'].includes(known.get(openid)?.kind ?? '');
    const wanted = onlyFollowers ? people.filter(({ openid }) => !lost(openid)) : people;
    const head = { appId, accountName, action, tagId: tag.id, tagName: tag.name };
    await this.run(consent, await (await this.parts.runs()).create(head, wanted));
  }

  /** The page of a run; of one that is under way as it is now. */
  async show(run: TagRun): Promise<void> {
    await this.parts.results.show(this.running.get(run.id)?.run ?? run, {
      isRunning: ({ id }) => this.running.has(id),
      resume: each => this.resume(each),
      undo: each => this.undo(each),
      cancel: ({ id }) => this.running.get(id)?.ending.abort(),
    });
  }

  async resume(run: TagRun): Promise<void> {
    if (run.counts.notTried === 0) throw new Hint(l10n.t('Everybody in this list was tried already.'));
    await this.run(await askToResume(run), run);
  }

  async undo(run: TagRun): Promise<void> {
    if (run.undoableCount === 0)
      throw new Hint(
        l10n.t('Nothing can be undone: no profile kept here shows what these people had before.'),
      );
    const consent = await askToUndo(run);
    await this.run(consent, await (await this.parts.runs()).createUndo(run));
  }

  private async run(_: Consent, run: TagRun): Promise<void> {
    const { head } = run;
    if (this.running.has(run.id)) throw busy();
    const ending = new AbortController();
    this.running.set(run.id, { run, ending });
    let error: unknown;
    try {
      await withProgress(progressTitle(run), (signal, report) =>
        this.send(run, AbortSignal.any([signal, ending.signal]), report),
      );
    } catch (thrown) {
      error = thrown;
    } finally {
      this.running.delete(run.id);
      this.parts.book.forget(head.appId);
    }
    this.parts.results.changed(run);
    this.note(run);
    await this.tellEnd(run, error);
  }

  private async send(run: TagRun, signal: AbortSignal, report: Report): Promise<void> {
    const store = await this.parts.runs();
    const total = run.counts.notTried;
    let sent = 0;
    await store.run(run, this.parts.clients.for(run.head.appId), {
      signal,
      onAnswer: () => {
        const left = run.counts.notTried;
        const increment = ((total - left - sent) / total) * 100;
        sent = total - left;
        report.report({ message: l10n.t('{0} of {1}', countText(sent), countText(total)), increment });
        this.parts.results.changed(run);
      },
    });
  }

  /** By count, never by name. */
  private note({ action, head, counts }: TagRun): void {
    const { done, already, full, refused, notTried } = counts;
    this.parts.log.info(
      `changed ${head.appId}: ${action} ${head.tagId} · done ${done}, already ${already}, full ${full}, refused ${refused}, not tried ${notTried}`,
    );
  }

  private async tellEnd(run: TagRun, error: unknown): Promise<void> {
    const { counts, head } = run;
    const sofar = countsText(run);
    const show: Action = { label: l10n.t('Show Results'), run: () => this.show(run) };
    const resume: Action = { label: l10n.t('Resume'), run: () => this.safely(run, () => this.resume(run)) };
    const undo: Action = { label: l10n.t('Undo'), run: () => this.safely(run, () => this.undo(run)) };
    if (error !== undefined && !isAbort(error)) {
      const isCutOff = error instanceof WeChatFailure;
      if (isCutOff && run.people.length > 1) await this.show(run);
      void this.parts.problems.show(problemIn(error, run, sofar, [resume, show]), head.accountName);
      return;
    }
    const isMixed = counts.refused + counts.full + counts.notTried > 0;
    if (isMixed && run.people.length > 1) await this.show(run);
    const sentence = isAbort(error)
      ? l10n.t('Cancelled. So far: {0}.', sofar)
      : l10n.t('"{0}" of {1} · {2}', plainText(head.tagName), plainText(head.accountName), sofar);
    void this.offer(sentence, [
      ...(counts.notTried > 0 ? [resume] : []),
      ...(run.undoableCount > 0 ? [undo] : []),
      show,
    ]);
  }

  private async offer(sentence: string, actions: readonly Action[]): Promise<void> {
    const labels = actions.map(({ label }) => label);
    const chosen = await window.showInformationMessage(sentence, ...labels);
    await actions.find(({ label }) => label === chosen)?.run();
  }

  /** A button of a notification that is over has nobody else to tell. */
  private async safely(run: TagRun, act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => void this.parts.problems.show(error, run.head.accountName));
  }
}

function progressTitle({ action, head, pending }: TagRun): string {
  const [people, account, tag] = [
    countText(pending.length),
    plainText(head.accountName),
    plainText(head.tagName),
  ];
  return action === 'tag'
    ? l10n.t('Tagging people of {1} with {2}: {0}', people, account, tag)
    : l10n.t('Removing {2} from people of {1}: {0}', people, account, tag);
}

function nothingToSend(action: TagAction, { name }: Tag): Hint {
  return new Hint(
    action === 'tag'
      ? l10n.t(
          'There is nobody to tag with "{0}": according to profiles kept here they have it already, or have 20 tags. If that has changed, refresh their profiles first.',
          plainText(name),
        )
      : l10n.t(
          'There is nobody to remove "{0}" from: according to profiles kept here they do not have it. If that has changed, refresh their profiles first.',
          plainText(name),
        ),
  );
}

function problemIn(error: unknown, run: TagRun, sofar: string, actions: readonly Action[]): unknown {
  if (error instanceof ListError && error.problem === 'busy') return busy();
  const again = run.counts.notTried > 0 ? actions : actions.slice(1);
  if (error instanceof WeChatFailure) {
    const { sentence, actions: further } = problemOf(error.fault, run.head.appId);
    return new Problem(l10n.t('Stopped. So far: {0}. {1}', sofar, sentence), [...again, ...further]);
  }
  const code = errorCode(error) ?? (error instanceof ListError ? error.code : undefined);
  if (code === undefined) return error;
  return new Problem(
    l10n.t(
      'Stopped, because the results could not be saved ({0}). So far: {1}. Free some disk space, then resume.',
      code,
      sofar,
    ),
    again,
  );
}

function busy(): Problem {
  return new Problem(
    l10n.t('This list is being tagged already, here or in another window. Wait until it is done.'),
    [],
    'busy',
  );
}
