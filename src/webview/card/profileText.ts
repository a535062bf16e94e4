import * as l10n from '@vscode/l10n';
import { outcomeText } from '../../protocol/labels';
import { type ProfileView } from '../../protocol/views/profileView';
import { type Formats } from '../text/formats';
import { fetchedText } from './fetchedText';
import { sections } from './sections';

/** The profile as lines of text, for a ticket or a chat. */
export function profileText(profile: ProfileView, formats: Formats): string {
  const { openid, accountName, appId, outcome, problem, toAskAgain } = profile;
  const fetched = fetchedText(profile, formats);
  const head: [string, string][] = [
    [l10n.t('OpenID'), openid],
    [l10n.t('Account'), `${accountName} (${appId})`],
    [l10n.t('Outcome'), outcomeText(outcome, toAskAgain)],
  ];
  if (fetched) head.push([l10n.t('Fetched'), fetched.exactly]);
  if (problem) head.push([l10n.t('Error'), [problem.code, problem.cause].filter(Boolean).join(' ')]);
  const facts = sections(profile, formats)
    .filter(section => !section.folded)
    .flatMap(section => section.fields)
    .map(({ label, values }): [string, string] => [label, values.map(value => value.text).join(' · ')]);
  return [...head, ...facts].map(([label, value]) => l10n.t('{0}: {1}', label, value)).join('\n');
}
