import { l10n } from 'vscode';

import { ask } from '../../ui/asking/steps';
import { countText } from '../../ui/texts/formats';

const appIdShape = /^wx[0-9a-f]{16}$/;
const originalIdShape = /^gh_[0-9a-f]{6,}$/;

/** Asks what the old account is called: by its AppID, or by its original id. */
export async function askForOldAccount(openids: number, calls: number): Promise<string> {
  return entered(
    l10n.t(
      'The AppID (wx…) or the original id (gh_…) of the old account. Openids: {0}, API calls: {1}.',
      countText(openids),
      countText(calls),
    ),
    '',
  );
}

/** WeChat did not take the one (63178): its own page and its users disagree about which it wants. */
export async function askForOtherName(refused: string): Promise<string> {
  const prompt = originalIdShape.test(refused)
    ? l10n.t('WeChat does not take {0} (63178). Try the AppID of the old account (wx…).', refused)
    : l10n.t('WeChat does not take {0} (63178). Try the original id of the old account (gh_…).', refused);
  return entered(prompt, refused);
}

async function entered(prompt: string, refused: string): Promise<string> {
  const answer = await ask({
    title: l10n.t('Translate Migrated OpenIDs'),
    prompt,
    placeholder: 'gh_0123456789ab',
    check: text => {
      const name = text.trim();
      if (name === '') return l10n.t('Type the AppID or the original id of the old account.');
      return name === refused ? l10n.t('WeChat has refused this one already.') : undefined;
    },
    advise: text =>
      appIdShape.test(text.trim()) || originalIdShape.test(text.trim())
        ? undefined
        : l10n.t('This looks neither like an AppID (wx…) nor like an original id (gh_…).'),
  });
  return typeof answer === 'string' ? answer.trim() : '';
}
