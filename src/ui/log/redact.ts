const hidden = '«hidden»';

/**
 * Patterns of what must never be written: an AppSecret (32 hex digits, and whatever stands behind a key that
 * names one) and access tokens (a number, an underscore, and base64url of any length; or behind its key).
 */
const secretPatterns: readonly RegExp[] = [
  // A backslash ends a value only before a quote: JSON inside a string escapes its quotes, and may its slashes.
  /((?:access_token|appsecret|secret|ticket|session_key)\\*["']?\s*[=:]\s*\\*["']?)(?:[^"'&\s,}\\]|\\+(?!["'\\]))+/gi,
  /()\b\d{1,4}_[A-Za-z0-9_-]{60,}/g,
  /()\b[0-9a-fA-F]{32}\b/g,
];

/** Takes out of a text everything that looks like a secret or an access token. */
export function redact(text: string): string {
  return secretPatterns.reduce((clean, pattern) => clean.replace(pattern, `$1${hidden}`), text);
}
