import { l10n, type MarkdownString } from 'vscode';

import { errorCodesPage, textOf } from '../jobs/reports/errorExplainer';
import { commands } from '../manifest';
import { type WeChatFault } from '../wechat';
import { appendPlain, commandLink, newCard } from './card';

/** What an errcode means and what to do about it. */
export function errorCard(fault: WeChatFault): MarkdownString {
  const card = newCard();
  appendPlain(card, textOf(fault));
  // The whole error goes along, so that its IP, rid and path can be acted upon.
  const { errcode, errmsg, endpoint } = fault;
  const code = [endpoint, JSON.stringify({ errcode, errmsg })].filter(Boolean).join(' ');
  const links = [
    commandLink(l10n.t('Explain'), commands.explainError, { code }),
    `[${l10n.t('Documentation')}](${errorCodesPage})`,
  ];
  return card.appendMarkdown(`\n\n${links.join(' · ')}`);
}
