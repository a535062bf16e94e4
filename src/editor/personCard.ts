import { l10n, type MarkdownString } from 'vscode';

import { type Lookup } from '../accounts';
import { noAccount } from '../batch';
import { commands } from '../manifest';
import { profileFields } from '../tree/profileFields';
import { outcomeLabel } from '../protocol/labels';
import { timeAgo } from '../ui/timeAgo';
import { type DisplayLanguage } from '../wechat';
import { appendPlain, commandLink, newCard } from './card';

/** A person of whom WeChat was asked before, and what names the answer to our commands. */
export interface KnownPerson {
  readonly lookup: Lookup;
  readonly target: { readonly lookupId: string } | { readonly batchId: string; readonly openid: string };
}

/** The decoded fields of a person in short, with links to the rest. */
export function personCard(
  { lookup, target }: KnownPerson,
  language: DisplayLanguage,
  tagNames: ReadonlyMap<number, string> | undefined,
): MarkdownString {
  const { outcome, accountName, appId, fetchedAt } = lookup;
  const card = newCard();
  card.appendMarkdown(`**${outcomeLabel(outcome.kind)}** · `);
  appendPlain(card, appId === noAccount ? accountName : `${accountName} · ${timeAgo(fetchedAt)}`);
  const [, ...fields] = profileFields(outcome, language, tagNames);
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
