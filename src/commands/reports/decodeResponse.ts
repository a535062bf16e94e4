import { env, l10n, window } from 'vscode';
import * as v from 'valibot';

import { type BatchStore, outcomeOf } from '../../batch';
import { type ErrorExplainer } from '../../jobs/reports/errorExplainer';
import { type EditorText, nameOf } from '../../ui/editorText';
import { countText, inARow } from '../../ui/formats';
import { Problem } from '../../ui/problem';
import { withProgress } from '../../ui/progress';
import { ask } from '../../ui/steps';
import {
  decodeProfile,
  displayLanguage,
  errorInWords,
  type Explanation,
  findAnswers,
  type FoundAnswers,
  namedErrorIn,
  type Profile,
  sentenceOf,
} from '../../wechat';
import { type Handler } from '../command';

const Request = v.object({ text: v.string() });

/** What a caller gets. */
interface Decoded {
  readonly profiles: readonly Profile[];
  readonly errors: readonly Explanation[];
}

/** Characters of a document that is read whole where nothing is selected, and of a text that is read in no time. */
const smallDocument = 1_000_000;

/**
 * `wechatOpenid.decodeResponse`: `{ text? }` → the profiles and errors of a saved answer, shown as if they came
 * from WeChat now; no account, no network. What was found besides, or instead, is said.
 */
export function decodeResponse(
  batches: BatchStore,
  explainer: ErrorExplainer,
  show: (batchId: string, openids: readonly string[]) => Promise<void>,
): Handler {
  return async (argument): Promise<Decoded> => {
    const request = v.safeParse(Request, argument);
    const { text, source } = request.success
      ? { text: request.output.text, source: l10n.t('Saved answer') }
      : await textAtHand();
    const found = withNamedError(await search(text, source), text);
    const { profiles, errors } = found;
    const [first] = errors;
    if (profiles.length === 0 && !first) throw nothingFound(found);
    if (profiles.length > 0) {
      const outcomes = profiles.map(profile => outcomeOf(profile));
      const batch = batches.keep({ source, accountName: l10n.t('Saved answer'), outcomes });
      await show(batch.id, batch.openids);
    }
    if (first && profiles.length === 0 && errors.length === 1) await explainer.show(first);
    tellMore(found, explainer);
    const language = displayLanguage(env.language);
    return {
      profiles: profiles.map(profile => decodeProfile(profile, { language })),
      errors: errors.map(error => explainer.explain(error)),
    };
  };
}

/** A short text is read before a notification could be. */
function search(text: string, source: string): Promise<FoundAnswers> {
  if (text.length <= smallDocument) return findAnswers(text);
  return withProgress(l10n.t('Looking for answers in {0}', source), signal => findAnswers(text, { signal }));
}

/** A log may name an error without its JSON, or cut it off behind the code. */
function withNamedError(found: FoundAnswers, text: string): FoundAnswers {
  if (found.profiles.length + found.errors.length > 0) return found;
  // Half of a profile is full of numbers: only what `errcode` and its like name is taken at its word.
  const fault = found.others.includes('text')
    ? errorInWords(text)
    : found.others.includes('cut') && namedErrorIn(text);
  return fault ? { ...found, errors: [fault], others: [] } : found;
}

function nothingFound({ others }: FoundAnswers): Problem {
  const language = displayLanguage(env.language);
  return new Problem(inARow(...others.map(what => sentenceOf(what, language))));
}

/** Whatever the tab does not show: several errors, errors beside profiles, repeated openids, half an answer. */
function tellMore({ profiles, duplicates, errors, others }: FoundAnswers, explainer: ErrorExplainer): void {
  const codes = [...new Set(errors.map(({ errcode }) => errcode))];
  const isExplained = profiles.length === 0 && errors.length === 1;
  const facts = [
    errors.length > 0 && !isExplained && l10n.t('Errors found: {0}.', codes.slice(0, 20).join(', ')),
    duplicates > 0 &&
      l10n.t('Answers replaced by a later one for the same openid: {0}.', countText(duplicates)),
    ...others.map(what => l10n.t('Also: {0}', sentenceOf(what, displayLanguage(env.language)))),
  ].filter(fact => fact !== false);
  if (facts.length === 0) return;
  const counted = l10n.t('Profiles found: {0}.', countText(profiles.length));
  const [first] = isExplained ? [] : errors;
  const explain = l10n.t('Explain {0}', codes[0] ?? '');
  const message = inARow(profiles.length > 0 && counted, ...facts);
  void window.showInformationMessage(message, ...(first ? [explain] : [])).then(choice => {
    return choice === explain && first ? explainer.show(first) : undefined;
  });
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
