import { type Headers } from 'node-fetch';

/**
 * Milliseconds that a server asks to be left alone for: the `Retry-After` header, in seconds or as a time by the
 * server's own clock.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const sent = Date.parse(headers.get('date') ?? '');
  const milliseconds = Date.parse(text) - (Number.isNaN(sent) ? now : sent);
  return milliseconds > 0 ? milliseconds : undefined;
}
