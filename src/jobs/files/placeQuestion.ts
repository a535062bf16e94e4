import { l10n, window } from 'vscode';

import { type Place } from '../../enriching';
import { Cancelled } from '../../ui/asking/steps';
import { type SourceFile } from './sourceFile';

/** The column or key whose openids are looked up; asks where several hold some. */
export async function choosePlace({ name, reading }: SourceFile): Promise<Place> {
  const [only, ...others] = reading.places;
  if (only && others.length === 0) return only;
  const items = reading.places.map(place => ({
    label: labelOf(place),
    ...(place.sheet !== undefined && { description: l10n.t('Sheet {0}', place.sheet) }),
    detail: place.samples.join(' · '),
    place,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('{0} has openids in {1} places', name, reading.places.length),
    placeHolder: l10n.t('Add the profiles of which openids?'),
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.place;
}

function labelOf({ name, column }: Place): string {
  return name !== '' || column === undefined ? name : l10n.t('Column {0}', column);
}
