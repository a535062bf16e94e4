/** The first `most` of several groups, one group after the other, each with the name of its group. */
export function firstOf<Kind extends string, One>(
  order: readonly Kind[],
  those: (kind: Kind) => Iterable<One>,
  most: number,
): { readonly kind: Kind; readonly one: One }[] {
  const first: { readonly kind: Kind; readonly one: One }[] = [];
  for (const kind of order)
    for (const one of those(kind)) {
      if (first.length >= most) return first;
      first.push({ kind, one });
    }
  return first;
}
