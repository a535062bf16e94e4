/** While an input method composes, its keys are its own: Enter takes a word, arrows choose among words. */
export function isComposing(event: KeyboardEvent): boolean {
  // Some give the first key of a composition away before it has begun.
  return event.isComposing || event.key === 'Process';
}
