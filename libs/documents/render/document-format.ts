import type { Language } from '@aigaq/contracts';

/** Writes moments and lengths of a document in its language and its institution's time zone. */
export class DocumentFormat {
  private readonly dates: Intl.DateTimeFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly times: Intl.DateTimeFormat;

  constructor(language: Language, timeZone: string) {
    this.dates = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' });
    this.moments = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    this.times = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'medium' });
  }

  date(iso: string): string {
    return this.dates.format(new Date(iso));
  }

  moment(iso: string): string {
    return this.moments.format(new Date(iso));
  }

  time(iso: string): string {
    return this.times.format(new Date(iso));
  }

  /** Milliseconds as `1:02:03`; below ten seconds with tenths, so that a short gap is not nought. */
  length(milliseconds: number): string {
    if (milliseconds < 10_000) return `0:0${(Math.round(milliseconds / 100) / 10).toFixed(1)}`;
    const seconds = Math.round(milliseconds / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
    return `${hours}:${minutes}:${rest}`;
  }
}
