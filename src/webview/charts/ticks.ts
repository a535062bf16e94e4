/**
 * Places of an axis that are named: evenly, `most` of them, the first among them. Every other one makes way where it is
 * narrow.
 */
export function ticksOf(
  count: number,
  most: number,
): { readonly index: number; readonly isMinor: boolean }[] {
  const step = Math.ceil(count / most);
  return Array.from({ length: step === 0 ? 0 : Math.ceil(count / step) }, (_, tick) => ({
    index: tick * step,
    isMinor: tick % 2 === 1,
  }));
}
