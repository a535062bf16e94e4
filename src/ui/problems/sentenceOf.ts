/** What an error says of itself, as a sentence of bounded length. */
export function sentenceOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  return /[.!?。！？]$/.test(message) ? message : `${message}.`;
}
