import { env } from 'vscode';

/** A number as the display language writes it. */
export function countText(count: number): string {
  return count.toLocaleString(env.language);
}

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** A moment (unix milliseconds) as the display language writes it, in local time and as the panels do. */
export function timeText(moment: number): string {
  return new Intl.DateTimeFormat(env.language, { ...day, ...clock }).format(moment);
}

/** The same without the day, for what is of today. */
export function clockText(moment: number): string {
  return new Intl.DateTimeFormat(env.language, clock).format(moment);
}

/** `2026-11-29`: the day in local time, as names of files have it. */
export function dayText(moment: number): string {
  const localMs = moment - new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(localMs).toISOString().slice(0, 10);
}

/** Sentences in a row. A Chinese full stop brings its own space. */
export function inARow(...sentences: readonly (string | false | undefined)[]): string {
  return sentences
    .filter(sentence => typeof sentence === 'string' && sentence !== '')
    .join(' ')
    .replace(/(?<=[。！？]) /g, '');
}
