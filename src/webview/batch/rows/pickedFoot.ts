import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type FromBatch } from '../../../protocol/messages/batchMessages';
import { type Found } from '../../../protocol/views/batchView';
import { outcomeLabel } from '../../../protocol/labels';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { type Formats } from '../../text/formats';

/** What is picked, in a line. */
export function pickedFoot(
  { selected, picked }: Pick<Found, 'selected' | 'picked'>,
  formats: Formats,
  /** Absent where nothing can be changed. */
  post?: (message: FromBatch) => void,
): TemplateResult | typeof nothing {
  if (!picked || selected < 2) return nothing;
  const { counts, withUnionid, first, last } = picked;
  const facts = [
    l10n.t('{0} selected', formats.number(selected)),
    outcomeKinds
      .filter(kind => counts[kind] > 0)
      .map(kind => l10n.t('{0}: {1}', outcomeLabel(kind), formats.number(counts[kind])))
      .join(l10n.t({ message: ', ', comment: ['Between the items of an enumeration'] })),
    first !== undefined &&
      last !== undefined &&
      l10n.t('Followed {0} – {1}', formats.beijingDay(first * 1000), formats.beijingDay(last * 1000)),
    l10n.t(
      'With unionid: {0}, without: {1}',
      formats.number(withUnionid),
      formats.number(selected - withUnionid),
    ),
  ].filter(fact => fact !== false);
  return html`<div class="foot">
    ${facts.map(fact => html`<span>${fact}</span>`)}
    ${
      post
        ? html`<div class="acts">
            <button @click=${() => post({ type: 'people', act: 'tag' })}>${l10n.t('Tag People…')}</button>
            <button @click=${() => post({ type: 'people', act: 'untag' })}>
              ${l10n.t('Remove Tag from People…')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
