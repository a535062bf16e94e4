import { l10n } from 'vscode';

import { cleanOpenid, openidShape } from '../../openids';
import { ask } from '../../ui/asking/steps';
import { selectedText } from '../../ui/files/editorText';
import { Problem } from '../../ui/problems/problem';

export const exampleOpenid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

/** One openid, typed or pasted, with the one under the cursor as a proposal. */
export async function askForOpenid(title: string): Promise<string> {
  const answer = await ask({
    title,
    prompt: l10n.t('Paste an openid. Quotes, commas and spaces around it do not matter.'),
    placeholder: exampleOpenid,
    value: openidAtHand(),
    check: text => (cleanOpenid(text).openid === '' ? l10n.t('Type or paste an openid.') : undefined),
    advise: text =>
      openidShape(cleanOpenid(text).openid) === 'odd'
        ? l10n.t(
            'This does not look like an openid (28 characters that begin with "o"). WeChat will be asked all the same.',
          )
        : undefined,
  });
  return typeof answer === 'string' ? answer : '';
}

/** The openid in the selection or under the cursor. */
function openidAtHand(): string {
  try {
    const { openid, shape } = cleanOpenid(selectedText().text.slice(0, 200));
    return shape === 'usual' ? openid : '';
  } catch (error) {
    if (error instanceof Problem) return '';
    throw error;
  }
}
