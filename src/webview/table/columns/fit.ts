const padding = 28;

/** How wide a column must be for what stands in it on the screen, its header included. */
export function fittingWidth(table: ParentNode, index: number): number | undefined {
  const cells = table.querySelectorAll(`[aria-colindex="${index + 1}"]`);
  const widths = [...cells].map(cell => {
    const parts = [...cell.children].filter(part => part.matches('.text, .icon, .outcome, .more'));
    return parts.reduce((sum, part) => sum + Math.max(part.scrollWidth, 16) + 6, 0);
  });
  return widths.length === 0 ? undefined : Math.max(...widths) + padding;
}
