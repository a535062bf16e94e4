import { ageText } from '../../protocol/age';

const dateTime = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions;

/** Dates and numbers as the display language writes them. Times are milliseconds since 1970. */
export class Formats {
  private readonly numbers: Intl.NumberFormat;
  private readonly localTimes: Intl.DateTimeFormat;
  private readonly zones: Intl.DateTimeFormat;
  private readonly beijingTimes: Intl.DateTimeFormat;

  constructor(
    private readonly locale: string,
    private readonly now: () => number = Date.now,
  ) {
    this.numbers = new Intl.NumberFormat(locale);
    this.localTimes = new Intl.DateTimeFormat(locale, dateTime);
    this.zones = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset' });
    this.beijingTimes = new Intl.DateTimeFormat(locale, { ...dateTime, timeZone: 'Asia/Shanghai' });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  localTime(time: number): string {
    return this.localTimes.format(time);
  }

  /** With the zone behind it, as beside `beijingTime`; Chinese formats would put it between day and hour. */
  localTimeWithZone(time: number): string {
    const zone = this.zones.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return `${this.localTime(time)} ${zone.replace(/^GMT(\+0)?/, 'UTC')}`;
  }

  /** The same moment in Beijing, or undefined where local clocks show that already. */
  beijingTime(time: number): string | undefined {
    const beijing = this.beijingTimes.format(time);
    return beijing === this.localTimes.format(time) ? undefined : `${beijing} UTC+8`;
  }

  age(time: number): string {
    return ageText(time, this.now(), this.locale);
  }

  /** A day in Beijing, or its month or year, for the axis and the bars of the timeline. */
  beijingDay(time: number, precision: 'day' | 'month' | 'year' = 'day'): string {
    return new Intl.DateTimeFormat(this.locale, {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      ...(precision !== 'year' && { month: 'short' }),
      ...(precision === 'day' && { day: 'numeric' }),
    }).format(time);
  }

  duration(milliseconds: number): string {
    if (milliseconds < 100) return `< ${this.unit(0.1, 'second')}`;
    if (milliseconds < 10_000) return this.unit(milliseconds / 1000, 'second');
    const seconds = Math.round(milliseconds / 1000);
    const parts: readonly [number, 'hour' | 'minute' | 'second'][] = [
      [Math.floor(seconds / 3600), 'hour'],
      [Math.floor(seconds / 60) % 60, 'minute'],
      [seconds % 60, 'second'],
    ];
    const used = parts.filter(([value]) => value > 0);
    return used.map(([value, unit]) => this.unit(value, unit)).join(' ');
  }

  private unit(value: number, unit: 'hour' | 'minute' | 'second'): string {
    const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.locale, style).format(value);
  }
}
