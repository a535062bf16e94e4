const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The coarsest unit that a span fills at least once, with its milliseconds. */
const units = [
  ['year', 365.25 * day],
  ['month', 30.44 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** "3 minutes ago", in a display language; times are milliseconds since 1970. */
export function ageText(time: number, now: number, locale: string): string {
  const span = time - now;
  for (const [unit, length] of units) {
    if (Math.abs(span) >= length)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(
        Math.trunc(span / length),
        unit,
      );
  }
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
}
