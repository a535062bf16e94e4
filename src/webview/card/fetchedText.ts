import * as l10n from '@vscode/l10n';
import { type ProfileView } from '../../protocol/views/profileView';
import { type Formats } from '../text/formats';

/** When WeChat gave an answer, at a glance and exactly; undefined where there is none, or nobody knows. */
export function fetchedText(
  { fetchedAt, notBefore, batchName }: Pick<ProfileView, 'fetchedAt' | 'notBefore' | 'batchName'>,
  formats: Formats,
): { readonly text: string; readonly exactly: string } | undefined {
  if (fetchedAt !== undefined)
    return {
      text:
        batchName === undefined
          ? l10n.t('Fetched {0}', formats.age(fetchedAt))
          : l10n.t('Fetched {0} with {1}', formats.age(fetchedAt), batchName),
      exactly: formats.localTimeWithZone(fetchedAt),
    };
  if (notBefore === undefined) return undefined;
  return {
    text: l10n.t('Fetched in a batch started {0}', formats.age(notBefore)),
    exactly: l10n.t('The exact time is unknown. Started {0}', formats.localTimeWithZone(notBefore)),
  };
}
