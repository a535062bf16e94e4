import { env, l10n, window } from 'vscode';

import { type BatchStore, outcomeOf } from '../../batch';
import { type BatchStart } from '../../jobs/batches/batchStart';
import { type ErrorExplainer } from '../../jobs/reports/errorExplainer';
import { gatherOpenids } from '../../openids';
import { type EditorText, nameOf } from '../../ui/files/editorText';
import { countText, inARow } from '../../ui/texts/formats';
import { type Action, Hint, Problem } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { withProgress } from '../../ui/asking/progress';
import { ask } from '../../ui/asking/steps';
import {
  decodeProfile,
  displayLanguage,
  type Explanation,
  type FailedRow,
  findAnswers,
  type FoundAnswers,
  type Profile,
  sentenceOf,
} from '../../wechat';
import { missing, targetOf } from '../arguments';
import { type Handler } from '../command';

/** What a caller gets. */
interface Decoded {
  readonly profiles: readonly Profile[];
  readonly errors: readonly Explanation[];
  /** Rows of changeopenid that failed, in a call that succeeded. */
  readonly failures: readonly FailedRow[];
}

export interface DecodeParts {
  readonly batches: BatchStore;
  readonly explainer: ErrorExplainer;
  readonly start: Pick<BatchStart, 'run'>;
  readonly problems: Pick<Problems, 'show'>;
  readonly show: (batchId: string, openids: readonly string[]) => Promise<void>;
}

/** Characters of a document that is read whole where nothing is selected, and of a text that is read in no time. */
const smallDocument = 1_000_000;

/**
 * `wechatOpenid.decodeResponse`: `{ text?, show? }` → the profiles and errors of a saved answer, shown as if they came
 * from WeChat now; no account, no network. What was found besides, or instead, is said.
 */
export function decodeResponse({ batches, explainer, start, problems, show }: DecodeParts): Handler {
  return async (argument): Promise<Decoded> => {
    const { text: given, show: shown } = targetOf(argument);
    const quiet = shown === false;
    if (quiet && given === undefined) throw missing('missingText', 'text');
    const { text, source } =
      given === undefined ? await textAtHand() : { text: given, source: l10n.t('Saved answer') };
    const found = await search(text, source, quiet);
    if (quiet) return decoded(found, explainer);
    const { profiles, errors, failures } = found;
    const fetch = fetchAction(found, { source, start, problems });
    const [first] = errors;
    if (profiles.length === 0 && !first && failures.length === 0) throw nothingFound(found, fetch);
    if (profiles.length > 0) {
      const outcomes = profiles.map(profile => outcomeOf(profile));
      const batch = await batches.keep({ source, accountName: l10n.t('Saved answer'), outcomes });
      await show(batch.id, batch.openids);
    }
    if (first && profiles.length === 0 && errors.length === 1) await explainer.show(first);
    tellMore(found, explainer, fetch);
    return decoded(found, explainer);
  };
}

function decoded({ profiles, errors, failures }: FoundAnswers, explainer: ErrorExplainer): Decoded {
  const language = displayLanguage(env.language);
  return {
    profiles: profiles.map(profile => decodeProfile(profile, { language })),
    errors: errors.map(error => explainer.explain(error)),
    failures,
  };
}

/** A list of openids without profiles is asked for by the user, never by itself. */
function fetchAction(
  { openids }: FoundAnswers,
  { source, start, problems }: Pick<DecodeParts, 'start' | 'problems'> & { readonly source: string },
): Action | undefined {
  if (openids.length === 0) return undefined;
  return {
    label: l10n.t('Fetch Their Profiles'),
    // Begun from a notification, after the command has ended: nobody else would hear of a failure.
    run: () =>
      start.run({ found: gatherOpenids(openids), source }).catch((error: unknown) => problems.show(error)),
  };
}

/** A short text is read before a notification could be. */
function search(text: string, source: string, quiet: boolean): Promise<FoundAnswers> {
  if (text.length <= smallDocument) return findAnswers(text);
  const title = l10n.t('Looking for answers in {0}', source);
  return withProgress(title, signal => findAnswers(text, { signal }), { quiet });
}

/** An answer that WeChat gives without profiles is no failure: only the sentence, and what can be done with it. */
function nothingFound({ others, openids }: FoundAnswers, fetch: Action | undefined): Problem {
  const language = displayLanguage(env.language);
  const sentence = inARow(
    ...others.map(what => sentenceOf(what, language)),
    openids.length > 0 && l10n.t('OpenIDs in it: {0}.', countText(openids.length)),
  );
  return fetch ? new Hint(sentence, [fetch]) : new Problem(sentence);
}

/** Whatever the tab does not show: several errors, errors beside profiles, repeated openids, half an answer. */
function tellMore(found: FoundAnswers, explainer: ErrorExplainer, fetch: Action | undefined): void {
  const { profiles, duplicates, errors, others, failures } = found;
  const language = displayLanguage(env.language);
  const codes = [...new Set(errors.map(({ errcode }) => errcode))];
  const isExplained = profiles.length === 0 && errors.length === 1;
  const facts = [
    errors.length > 0 && !isExplained && l10n.t('Errors found: {0}.', codes.slice(0, 20).join(', ')),
    failures.length > 0 && failuresText(failures),
    duplicates > 0 &&
      l10n.t('Answers replaced by a later one for the same openid: {0}.', countText(duplicates)),
    ...others.map(what => l10n.t('Also: {0}', sentenceOf(what, language))),
  ].filter(fact => fact !== false);
  if (facts.length === 0) return;
  const counted = l10n.t('Profiles found: {0}.', countText(profiles.length));
  const [first] = isExplained ? [] : errors;
  const explain = first && {
    label: l10n.t('Explain {0}', first.errcode),
    run: () => explainer.show(first),
  };
  const actions: Action[] = [explain, fetch].filter(action => action !== undefined);
  const message = inARow(profiles.length > 0 && counted, ...facts);
  void window.showInformationMessage(message, ...actions.map(({ label }) => label)).then(choice => {
    return actions.find(({ label }) => label === choice)?.run();
  });
}

/** The call succeeded, and these rows of it did not. */
function failuresText(failures: readonly FailedRow[]): string {
  const named = failures
    .slice(0, 3)
    .map(({ openid, message }) => (message ? `${openid} (${message})` : openid));
  return l10n.t(
    'OpenIDs that were not translated: {0}, such as {1}.',
    countText(failures.length),
    named.join(', '),
  );
}

/** The selection, a small document, or what the user pastes where there is no editor. */
async function textAtHand(): Promise<EditorText> {
  const editor = window.activeTextEditor;
  if (!editor) return { text: await askForText(), source: l10n.t('Saved answer') };
  const { document, selections } = editor;
  const source = l10n.t('Answer in {0}', nameOf(document));
  const selected = selections.filter(selection => !selection.isEmpty);
  if (selected.length > 0)
    return { text: selected.map(selection => document.getText(selection)).join('\n'), source };
  const text = document.getText();
  if (text.length <= smallDocument) return { text, source };
  throw new Problem(
    l10n.t('{0} is too long to be read whole. Select the answer in it and try again.', nameOf(document)),
  );
}

async function askForText(): Promise<string> {
  const answer = await ask({
    title: l10n.t('Decode WeChat Response'),
    prompt: l10n.t('Paste what WeChat answered: JSON, or a log line that holds it.'),
    placeholder: '{"subscribe":1,"openid":"o6_bmjrPTlm6_2sgVt7hMZOPfL2M",…}',
  });
  return typeof answer === 'string' ? answer : '';
}
