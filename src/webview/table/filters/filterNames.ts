import * as l10n from '@vscode/l10n';
import { type Period, type TextFilter } from '../../../protocol/messages/tableMessages';
import { type Formats } from '../../text/formats';

/** What a column is filtered by, in a few words. */
export function textFilterName({ test, text }: TextFilter): string {
  switch (test) {
    case 'contains':
      return l10n.t('contains “{0}”', text);
    case 'is':
      return text;
    case 'filled':
      return l10n.t('is not empty');
    case 'blank':
      return l10n.t('is empty');
  }
}

/** The first of the values by its name, and how many more there are. */
export function valuesName(values: readonly string[], nameOf: (value: string) => string): string {
  const [first = '', ...others] = values.map(value => (value === '' ? l10n.t('(none)') : nameOf(value)));
  return others.length === 0 ? first : l10n.t('{0} and {1} more', first, others.length);
}

/** The days of a period, the last one included. */
export function periodName({ from, to }: Period, formats: Formats): string {
  const first = formats.beijingDay(from * 1000);
  const last = formats.beijingDay((to - 1) * 1000);
  return first === last ? first : `${first} – ${last}`;
}
