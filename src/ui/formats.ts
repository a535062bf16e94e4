import { env } from 'vscode';

/** A number as the display language writes it. */
export function countText(count: number): string {
  return count.toLocaleString(env.language);
}

/** A moment (unix milliseconds) as the display language writes it, in local time and as the panels do. */
export function timeText(moment: number): string {
  const style = { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(env.language, style).format(moment);
}

/** Sentences in a row. A Chinese full stop brings its own space. */
export function inARow(...sentences: readonly (string | false | undefined)[]): string {
  return sentences
    .filter(sentence => typeof sentence === 'string' && sentence !== '')
    .join(' ')
    .replace(/(?<=[。！？]) /g, '');
}
