import { compareLists, type OpenidSource } from '../../lists';
import { type ComparedPart } from '../../protocol/views/comparisonView';
import { type Compared } from './compared';
import { partView } from './shownSides';

/** So many of who came, and of who left, are kept at hand. */
const most = 1_000_000;

/** Who came, left and stayed between two sources of openids. */
export async function openidComparison(
  earlier: OpenidSource,
  later: OpenidSource,
  signal: AbortSignal,
): Promise<Compared> {
  const compared = await compareLists(earlier, later, signal);
  const { came, left, stayed } = compared;
  const openidAt = (part: ComparedPart, row: number) => {
    if (part === 'came') return compared.cameAt(row);
    return part === 'left' ? compared.leftAt(row) : undefined;
  };
  const sources: Partial<Record<ComparedPart, OpenidSource>> = {
    came: compared.allCame,
    left: compared.allLeft,
    stayed: compared.allStayed,
  };
  return {
    parts: [partView('came', came, most), partView('left', left, most), partView('stayed', stayed, 0)],
    fields: [],
    rows: (part, from, count) =>
      Array.from({ length: count }, (_, index) => openidAt(part, from + index))
        .filter(openid => openid !== undefined)
        .map(openid => ({ openid, changes: [] })),
    exported: part => ({ kind: 'openids', source: sources[part] ?? compared.allCame }),
  };
}
