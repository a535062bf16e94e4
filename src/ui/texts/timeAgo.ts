import { env } from 'vscode';

import { ageText } from '../../protocol/age';

/** "3 minutes ago", in the display language and by the rule of the pages. */
export function timeAgo(at: number, now = Date.now()): string {
  return ageText(at, now, env.language);
}
