/**
 * Text from the other side made fit for messages, logs and journals: one line, bounded, and nothing in it as
 * long as a secret (32 characters) or an access token. An openid (28) and a rid (26) stay readable.
 */
export function safeText(text: string, maxLength: number): string {
  const line = text.slice(0, maxLength * 4).replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ');
  return line
    .replace(/[\w-]{32,}/g, '…')
    .slice(0, maxLength)
    .trim();
}
