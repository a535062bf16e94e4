const beijing = 8 * 3600;
const day = 86_400;

/** `2024-05-01`, as a date field has it, for a moment in unix seconds; days begin at midnight in Beijing. */
export function dayOf(seconds: number): string {
  return new Date((seconds + beijing) * 1000).toISOString().slice(0, 10);
}

/** The period from one day to another, both included; an open end is far away. */
export function periodOf(first: string, last: string): { from: number; to: number } | undefined {
  const [from, to] = [startOf(first), startOf(last)];
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? 0, to: to === undefined ? (startOf('2100-01-01') ?? 0) : to + day };
}

function startOf(text: string): number | undefined {
  const time = Date.parse(`${text}T00:00:00Z`) / 1000;
  return Number.isNaN(time) ? undefined : time - beijing;
}
