/**
 * Text from the other side made fit for messages, logs and journals: one line, bounded, and nothing in it as
 * long as a secret (32 characters) or an access token. An openid (28) and a rid (26) stay readable.
 */
export function safeText(text: string, maxLength: number): string {
  const beginning = text.slice(0, maxLength * 4);
  // A word that is cut may be the beginning of a secret, which no length tells any more.
  const whole = beginning.length < text.length ? beginning.replace(/[\w-]+$/, '…') : beginning;
  return whole
    .replace(/[\w-]{32,}/g, '…')
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .slice(0, maxLength)
    .trim();
}
