import { l10n } from 'vscode';

import {
  type ComparedPart,
  type ComparedPartView,
  type ComparedSide,
} from '../../protocol/views/comparisonView';
import { countText, timeText } from '../../ui/texts/formats';
import { keptText, listStateText } from '../../ui/texts/listTexts';
import { countsSentence } from '../../ui/texts/outcomes';
import { type Side, sideName, sideTime } from './listSides';

/** How a side of a comparison is told. */
export function shownSide(side: Side): ComparedSide {
  const facts =
    side.kind === 'list'
      ? [listStateText(side.list), keptText(side.list)]
      : [timeText(sideTime(side)), countsSentence(side.batch.counts, side.batch.toAskAgain)];
  return { name: sideName(side), facts: facts.filter(fact => fact !== '') };
}

/** What is not whole, and therefore proves less than it seems. */
export function notesOn(sides: readonly Side[]): string[] {
  return sides.flatMap(side => {
    const name = sideName(side);
    if (side.kind === 'list')
      return side.list.isComplete
        ? []
        : [l10n.t('The walk of {0} has not come to its end: who is missing there may not have left.', name)];
    const { pending, failed, notReturned } = side.batch.counts;
    const unknown = pending + failed + notReturned;
    return unknown > 0
      ? [l10n.t('In {0}, {1} people have no answer: nothing follows from them.', name, countText(unknown))]
      : [];
  });
}

export function partLabel(part: ComparedPart): string {
  switch (part) {
    case 'came':
      return l10n.t('Came');
    case 'left':
      return l10n.t('Left');
    case 'changed':
      return l10n.t('Changed');
    case 'stayed':
      return l10n.t('Stayed');
    case 'onlyBefore':
      return l10n.t('Only in the earlier');
    case 'onlyAfter':
      return l10n.t('Only in the later');
  }
}

function explanationOf(part: ComparedPart): string {
  switch (part) {
    case 'came':
      return l10n.t('They are in the later one and were not in the earlier one.');
    case 'left':
      return l10n.t('They were in the earlier one and are not in the later one.');
    case 'changed':
      return l10n.t('They follow in both, and their profiles differ.');
    case 'stayed':
      return l10n.t('They are in both. Export them to see who they are.');
    case 'onlyBefore':
      return l10n.t('They follow in the earlier batch, and the later one has no answer for them.');
    case 'onlyAfter':
      return l10n.t('They follow in the later batch, and the earlier one has no answer for them.');
  }
}

/** @param most how many of them can be shown */
export function partView(part: ComparedPart, count: number, most = count): ComparedPartView {
  const shown = Math.min(count, most);
  const cut =
    part !== 'stayed' && shown < count
      ? ` ${l10n.t('The first {0} are shown; the export has all.', countText(shown))}`
      : '';
  return { part, label: partLabel(part), count, shown, explanation: explanationOf(part) + cut };
}
