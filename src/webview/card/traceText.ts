import * as l10n from '@vscode/l10n';
import { type ProblemView } from '../../protocol/profileView';
import { type Formats } from '../text/formats';

/** What support asks for: the code, and the id of the request with the time that it tells. */
export function traceText({ code, rid, ridTime }: ProblemView, formats: Formats): string {
  const request =
    rid === undefined || ridTime === undefined
      ? rid && `rid ${rid}`
      : l10n.t('rid {0} (about {1})', rid, formats.localTime(ridTime * 1000));
  return [code && l10n.t('Error {0}', code), request].filter(Boolean).join(' · ');
}
