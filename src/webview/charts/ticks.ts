/** Places of an axis that are named: evenly, the first among them. Every other one makes way where it is narrow. */
export function ticksOf(count: number): { readonly index: number; readonly isMinor: boolean }[] {
  const wanted = Math.min(count, 6);
  const step = Math.ceil(count / wanted);
  return Array.from({ length: Math.ceil(count / step) }, (_, tick) => ({
    index: tick * step,
    isMinor: tick % 2 === 1,
  }));
}
