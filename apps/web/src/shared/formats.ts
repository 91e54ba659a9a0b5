import type { Language } from '@aigaq/contracts';
import type { Translate } from '@aigaq/texts';

import { compareKazakh, kazakhDate, kazakhDateTime, kazakhRange, kazakhTime } from './kazakh';

export type Moment = string | Date;

export interface Formats {
  /** "23 November 2026" */
  date: (at: Moment) => string;
  /** "23 Nov 2026, 10:05", in the viewer's zone. */
  dateTime: (at: Moment) => string;
  /** "10:05" */
  time: (at: Moment) => string;
  /** "10:05:31" */
  timeWithSeconds: (at: Moment) => string;
  /** "23 Nov, 10:00–12:00", or both dates where they differ. */
  range: (from: Moment, to: Moment) => string;
  /** "1 h 30 min" from seconds. */
  duration: (seconds: number) => string;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Alphabetical order of the language; numbers in a text by value. */
  compare: (left: string, right: string) => number;
  /** The viewer's zone: "Asia/Almaty (GMT+5)". */
  zone: () => string;
}

type Dates = Pick<Formats, 'date' | 'dateTime' | 'time' | 'timeWithSeconds' | 'range'>;

/** Dates and numbers as the language writes them, in the zone of the viewer. */
export function formatsOf(language: Language, t: Translate): Formats {
  // Numbers are written in Kazakh as in Russian, and of Kazakh browsers know only the name.
  const numbers = language === 'en' ? 'en-GB' : 'ru';
  return {
    ...(language === 'kk' ? kazakhDates : datesOf(numbers)),
    duration: (seconds) => durationText(seconds, t),
    number: (value, options) => new Intl.NumberFormat(numbers, options).format(value),
    compare: language === 'kk' ? compareKazakh : compareBy(language),
    zone: zoneText,
  };
}

const kazakhDates: Dates = {
  date: (at) => kazakhDate(new Date(at)),
  dateTime: (at) => kazakhDateTime(new Date(at)),
  time: (at) => kazakhTime(new Date(at)),
  timeWithSeconds: (at) => kazakhTime(new Date(at), true),
  range: (from, to) => kazakhRange(new Date(from), new Date(to)),
};

function datesOf(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, options);
    return (at: Moment) => formatter.format(new Date(at));
  };
  const window = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    date: format({ dateStyle: 'long' }),
    dateTime: format({ dateStyle: 'medium', timeStyle: 'short' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    timeWithSeconds: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    range: (from, to) => window.formatRange(new Date(from), new Date(to)),
  };
}

function compareBy(language: string): Formats['compare'] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return (left, right) => collator.compare(left, right);
}

function durationText(seconds: number, t: Translate): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  if (hours === 0 && minutes === 0) return t('time.seconds', { seconds: whole });
  if (hours === 0) return t('time.minutes', { minutes });
  if (minutes === 0) return t('time.hours', { hours });
  return t('time.hoursMinutes', { hours, minutes });
}

function zoneText(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' })
    .formatToParts(new Date())
    .find((part) => part.type === 'timeZoneName')?.value;
  return offset === undefined || offset === zone ? zone : `${zone} (${offset})`;
}

/** "01:12:09" or "12:09": digits of a running clock. Negative is zero. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${two(hours)}:${rest}` : rest;
}
