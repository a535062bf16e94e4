const BEIJING = 8 * 3_600_000;

/** The day on which quotas are counted, as a number: Beijing time, as is the convention. */
export function quotaDay(ms: number): number {
  return Math.floor((ms + BEIJING) / 86_400_000);
}

/** The month for what is counted by the month. */
export function quotaMonth(ms: number): string {
  return new Date(ms + BEIJING).toISOString().slice(0, 7);
}
