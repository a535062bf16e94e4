import { svg, type TemplateResult } from 'lit';
import { type ComparedPart, type ComparedPartView } from '../../protocol/views/comparisonView';

const width = 1000;
const height = 26;
const gap = 30;
/** Somebody is to be seen, however many the others are. */
const narrowest = 4;

const before: readonly ComparedPart[] = ['left', 'onlyBefore', 'changed', 'stayed'];
const after: readonly ComparedPart[] = ['changed', 'stayed', 'came', 'onlyAfter'];
const shared: ReadonlySet<ComparedPart> = new Set(['changed', 'stayed']);

interface Segment {
  readonly part: ComparedPart;
  readonly x: number;
  readonly width: number;
}

/**
 * Two bars, the earlier above the later, of one scale: who left stands out on the left, who came on the right, and who
 * is in both leads from one bar to the other. The legend beside it says the same in numbers.
 */
export function comparisonPicture(parts: readonly ComparedPartView[], label: string): TemplateResult {
  const countOf = (part: ComparedPart) => parts.find(each => each.part === part)?.count ?? 0;
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const scale = (part: ComparedPart) =>
    countOf(part) === 0 ? 0 : Math.max(narrowest, (countOf(part) / Math.max(1, all)) * width);
  const leftOut = scale('left') + scale('onlyBefore');
  const rows = [laidOut(before, 0, scale), laidOut(after, leftOut, scale)] as const;
  const total = leftOut + after.reduce((sum, part) => sum + scale(part), 0);
  const flows = rows[0].filter(({ part, width: w }) => shared.has(part) && w > 0);
  return svg`<svg
    role="img" aria-label=${label} viewBox=${`0 0 ${Math.max(total, 1)} ${2 * height + gap}`}
    preserveAspectRatio="none" focusable="false"
  >
    ${flows.map(
      ({ part, x, width: w }) =>
        svg`<rect class=${`flow ${part}`} x=${x} y=${height} width=${w} height=${gap}></rect>`,
    )}
    ${rows.map((segments, row) =>
      segments
        .filter(segment => segment.width > 0)
        .map(
          ({ part, x, width: w }) =>
            svg`<rect
              class=${`bar ${part}`} x=${x} y=${row * (height + gap)} width=${w} height=${height}
            ></rect>`,
        ),
    )}
  </svg>`;
}

function laidOut(
  parts: readonly ComparedPart[],
  from: number,
  scale: (part: ComparedPart) => number,
): Segment[] {
  let x = from;
  return parts.map(part => {
    const segment = { part, x, width: scale(part) };
    x += segment.width;
    return segment;
  });
}
