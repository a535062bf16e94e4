import { l10n } from 'vscode';

import { type CleanedCounts, type Cleaning } from '../../openids';

/** The kinds of dirt that were removed, in words. */
export function cleaningsText(cleaned: CleanedCounts): string {
  const labels: Readonly<Record<Cleaning, string>> = {
    spaces: l10n.t('spaces'),
    lineBreaks: l10n.t('line breaks'),
    quotes: l10n.t('quotation marks'),
    separators: l10n.t('separators'),
    brackets: l10n.t('brackets'),
    zeroWidth: l10n.t('zero-width characters'),
    byteOrderMark: l10n.t('byte order marks'),
    controls: l10n.t('control characters'),
  };
  return (Object.keys(labels) as Cleaning[])
    .filter(kind => (cleaned[kind] ?? 0) > 0)
    .map(kind => labels[kind])
    .join(l10n.t({ message: ', ', comment: 'Between the items of an enumeration' }));
}

/** What to say of an openid that was written as `given`, if characters were removed that nobody sees. */
export function hiddenText(given: string, openid: string, cleaned: CleanedCounts): string | undefined {
  const { zeroWidth, byteOrderMark, controls } = cleaned;
  const hidden = cleaningsText({ zeroWidth, byteOrderMark, controls });
  if (hidden === '' || given.includes(openid)) return undefined;
  return l10n.t('Hidden characters within the openid were removed ({0}): {1}', hidden, openid);
}
