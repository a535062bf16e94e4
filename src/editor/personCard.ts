import { l10n, type MarkdownString } from 'vscode';

import { type KnownAnswer } from '../accounts';
import { noAccount } from '../batch';
import { type Overlay } from '../changes';
import { commands } from '../manifest';
import { profileFields } from '../tree/profileFields';
import { outcomeLabel } from '../protocol/labels';
import { timeAgo } from '../ui/texts/timeAgo';
import { type DisplayLanguage } from '../wechat';
import { appendPlain, commandLink, newCard } from './card';

/** The decoded fields of a person in short, with links to the rest. */
export function personCard(
  { outcome, accountName, appId, at, notBefore, source }: KnownAnswer,
  language: DisplayLanguage,
  tagNames: ReadonlyMap<number, string> | undefined,
  changes?: Overlay,
): MarkdownString {
  // What names the answer to our commands.
  const target =
    source.kind === 'lookup' ? { lookupId: source.id } : { batchId: source.id, openid: outcome.openid };
  const card = newCard();
  card.appendMarkdown(`**${outcomeLabel(outcome.kind)}** · `);
  appendPlain(
    card,
    appId === noAccount || at === undefined ? accountName : `${accountName} · ${timeAgo(at)}`,
  );
  const [, ...fields] = profileFields(
    outcome,
    language,
    tagNames,
    profile => changes?.overProfile(profile, notBefore) ?? profile,
  );
  for (const { label, value, explanation } of fields) {
    card.appendMarkdown('  \n');
    appendPlain(
      card,
      l10n.t('{0}: {1}', label, explanation === undefined ? value : `${value} (${explanation})`),
    );
  }
  const profile = 'profile' in outcome ? outcome.profile : undefined;
  const links = [
    commandLink(l10n.t('Open Profile'), commands.openProfile, target),
    commandLink(l10n.t('Copy OpenID'), commands.copyOpenid, { openid: outcome.openid }),
    profile?.['unionid'] !== undefined && commandLink(l10n.t('Copy UnionID'), commands.copyUnionid, target),
    profile && commandLink(l10n.t('Copy as JSON'), commands.copyProfile, target),
  ];
  return card.appendMarkdown(`\n\n${links.filter(Boolean).join(' · ')}`);
}
