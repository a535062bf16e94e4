import * as l10n from '@vscode/l10n';
import { type ProblemView } from '../../protocol/views/profileView';
import { type Formats } from '../text/formats';

/** What support asks for: the code, and the id of the request with the time that it tells. */
export function traceText({ code, cause, rid, ridTime }: ProblemView, formats: Formats): string {
  const parts: string[] = [];
  if (code) parts.push(l10n.t('Error {0}', code));
  // WeChat's own words about a code that nobody knows hold the id.
  if (rid !== undefined && !cause.includes(rid)) {
    const time = ridTime && formats.localTime(ridTime * 1000);
    parts.push(time ? l10n.t('rid {0} (about {1})', rid, time) : `rid ${rid}`);
  }
  return parts.join(' · ');
}
