import { l10n, window } from 'vscode';

import { isAbort, WeChatError, WeChatFailure } from '../../wechat';
import { lazily } from '../lazily';
import { type Log } from '../log/log';
import { type Action, Hint, Problem } from './problem';
import { sentenceOf } from './sentenceOf';

/** What WeChat's codes mean is read when the first of them is shown. */
const explaining = lazily(() => import('./problemOf'));
const known = lazily(() => import('./knownProblem'));

/**
 * The one place where failures are shown and logged. A cancellation is not an error; a failure of WeChat or of
 * the network is explained; anything else is our own bug and says so.
 */
export class Problems {
  constructor(private readonly log: Log) {}

  /** `subject` names the account concerned, where there is one. */
  async show(error: unknown, subject?: string): Promise<void> {
    const problem = await this.explain(error);
    if (!problem) return;
    const sentence = subject ? l10n.t('{0}: {1}', subject, problem.sentence) : problem.sentence;
    const isHint = problem instanceof Hint;
    const actions = isHint ? problem.actions : [...problem.actions, this.showLog()];
    const labels = actions.map(action => action.label);
    const label = await (isHint
      ? window.showInformationMessage(sentence, ...labels)
      : window.showErrorMessage(sentence, ...labels));
    await actions.find(action => action.label === label)?.run();
  }

  /** The sentence and actions for a failure; undefined for a cancellation. */
  async explain(error: unknown): Promise<Problem | undefined> {
    if (error instanceof Problem) return error;
    if (isAbort(error)) return undefined;
    if (error instanceof WeChatFailure)
      return (await explaining()).problemOf(
        error.fault,
        error instanceof WeChatError ? error.appId : undefined,
      );
    const problem = (await known()).knownProblem(error);
    if (problem) return problem;
    this.log.error('unexpected', error);
    return new Problem(
      l10n.t('Something went wrong in WeChat OpenID Lens: {0} The log has the details.', sentenceOf(error)),
      [(await explaining()).reportIssue()],
    );
  }

  private showLog(): Action {
    return { label: l10n.t('Show Log'), run: () => this.log.show() };
  }
}
