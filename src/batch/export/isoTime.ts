/** ISO 8601 with offset (minutes east of UTC), such as 2013-10-25T17:15:57+08:00. */
export function isoTime(unixSeconds: number, utcOffset: number): string | undefined {
  const local = new Date((unixSeconds + utcOffset * 60) * 1000);
  // The last hours that `Date` can hold, 273 000 years ahead, do not survive the shift.
  if (Number.isNaN(local.getTime())) return undefined;
  const minutes = Math.abs(utcOffset);
  const offset = [minutes / 60, minutes % 60]
    .map(part => String(Math.trunc(part)).padStart(2, '0'))
    .join(':');
  return `${local.toISOString().slice(0, -'.000Z'.length)}${utcOffset < 0 ? '-' : '+'}${offset}`;
}
