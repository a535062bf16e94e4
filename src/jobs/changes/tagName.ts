import { l10n } from 'vscode';

import { type Account } from '../../accounts';
import { bytesOf, isSystemTag, mostBytes, tagNameProblem } from '../../changes';
import { ask } from '../../ui/asking/steps';
import { withProgress } from '../../ui/asking/progress';
import { Hint, Problem } from '../../ui/problems/problem';
import { plainText } from '../../ui/texts/plainText';
import { countText } from '../../ui/texts/formats';
import { type Tag } from '../../wechat';
import { askConsent } from './consent';
import { type TagBook } from './tagBook';

/** WeChat allows no more of an account's own. */
const mostTags = 100;

/** "12 of 30 bytes": WeChat counts bytes, and nobody can do so in their head. */
export function bytesText(text: string): string {
  return l10n.t('{0} of {1} bytes', countText(bytesOf(text)), countText(mostBytes));
}

/**
 * Asks for a name, asks whether it is meant, and makes the tag.
 * @throws a cancellation, a `Problem` where the account has as many tags as it may, WeChatFailure
 */
export async function makeTag(
  account: Account,
  book: TagBook,
  { typed = '', isOfCall = false }: { readonly typed?: string; readonly isOfCall?: boolean } = {},
): Promise<Tag> {
  const tags = await book.of(account);
  if (tags.filter(({ id }) => !isSystemTag(id)).length >= mostTags)
    throw new Problem(
      l10n.t(
        '{0} has 100 tags, as many as WeChat allows (45056). Rename one that is no longer used, or remove one in the WeChat console.',
        account.name,
      ),
    );
  const name = await askTagName(l10n.t('Create Tag'), account, tags, typed);
  const consent = await askConsent({
    message: l10n.t('Create the tag "{0}" in {1}?', plainText(name), account.name),
    detail: l10n.t('Everyone who manages the account will see it. Lens does not delete tags.'),
    choices: [l10n.t('Create Tag')],
    people: 0,
    isOfCall,
  });
  return withProgress(l10n.t('Creating a tag in {0}', account.name), signal =>
    book.create(consent, account, name, signal),
  );
}

/** The same for another name of a tag. */
export async function giveOtherName(
  account: Account,
  book: TagBook,
  tag: Tag,
  isOfCall: boolean,
): Promise<string> {
  const others = (await book.of(account)).filter(({ id }) => id !== tag.id);
  const name = await askTagName(l10n.t('Rename Tag'), account, others, tag.name);
  if (name === tag.name) throw new Hint(l10n.t('The tag keeps its name.'));
  const consent = await askConsent({
    message: l10n.t(
      'Rename the tag "{0}" of {1} to "{2}"?',
      plainText(tag.name),
      account.name,
      plainText(name),
    ),
    detail: l10n.t('People who have it keep it: {0} when WeChat was last asked.', countText(tag.count)),
    choices: [l10n.t('Rename Tag')],
    people: 0,
    isOfCall,
  });
  await withProgress(l10n.t('Renaming a tag of {0}', account.name), signal =>
    book.rename(consent, account, tag, name, signal),
  );
  return name;
}

async function askTagName(
  title: string,
  account: Account,
  others: readonly Tag[],
  value: string,
): Promise<string> {
  const taken = others.map(({ name }) => name);
  const answer = await ask({
    title: `${title} · ${account.name}`,
    prompt: text => l10n.t('Name of the tag · {0}, a Chinese character takes 3', bytesText(text.trim())),
    placeholder: 'VIP',
    value,
    check: text => refusalOf(text.trim(), taken),
  });
  return typeof answer === 'string' ? answer.trim() : '';
}

function refusalOf(name: string, taken: readonly string[]): string | undefined {
  switch (tagNameProblem(name, taken)) {
    case 'empty':
      return l10n.t('Type a name.');
    case 'tooLong':
      return l10n.t('Too long: {0}.', bytesText(name));
    case 'taken':
      return l10n.t('The account has a tag of this name already.');
    case undefined:
      return undefined;
  }
}
