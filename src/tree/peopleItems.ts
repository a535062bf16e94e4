import { l10n, ThemeIcon, TreeItem } from 'vscode';

import { commands } from '../manifest';
import { byHand } from '../ui/asking/byHand';
import { countText, timeText } from '../ui/texts/formats';

/** What is known of people, in numbers. */
export interface PeopleSummary {
  /** Unix milliseconds. */
  readonly at: number;
  /** Accounts with people who have unionids. */
  readonly accounts: number;
  /** Persons who are in more than one of them. */
  readonly several: number;
  readonly findings: number;
}

/**
 * The sidebar's People view: numbers, each of which leads to its part of the page. They are those of the last time that
 * people were put together; where that has not been, and nothing was imported, the view says how to begin.
 */
export function peopleItems(summary: PeopleSummary | undefined, imports: number): TreeItem[] {
  if (!summary && imports === 0) return [];
  const tooltip = summary && l10n.t('As known {0}', timeText(summary.at));
  const item = (id: string, label: string, icon: string, count: number | undefined, place?: string) => {
    const made = new TreeItem(label);
    made.id = id;
    made.iconPath = new ThemeIcon(icon);
    made.description = count === undefined ? l10n.t('open to count') : countText(count);
    if (tooltip !== undefined) made.tooltip = tooltip;
    const argument = byHand(place === undefined ? {} : { place });
    made.command = { command: commands.openPeople, title: l10n.t('Open People'), arguments: [argument] };
    return made;
  };
  return [
    item('accounts', l10n.t('Accounts joined'), 'organization', summary?.accounts),
    item('several', l10n.t('In several accounts'), 'link', summary?.several, 'several'),
    item('findings', l10n.t('Findings'), 'warning', summary?.findings, 'findings'),
    item('imports', l10n.t('Imports'), 'file-symlink-file', imports),
  ];
}
