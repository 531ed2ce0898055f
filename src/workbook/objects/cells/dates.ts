/** Reads dates and times from text as Excel does (English, United States), into serial numbers. */

interface Moment {
  /** In days; 1 is January 1, 1900. */
  readonly value: number;
  readonly format: string;
}

/** Built-in formats of Excel's. */
const FORMATS = {
  date: 'm/d/yyyy',
  dayAndMonth: 'd-mmm',
  dayMonthYear: 'd-mmm-yy',
  monthAndYear: 'mmm-yy',
  time: 'h:mm',
  seconds: 'h:mm:ss',
  halfDay: 'h:mm AM/PM',
  halfDaySeconds: 'h:mm:ss AM/PM',
  duration: '[h]:mm:ss',
  tenths: 'mm:ss.0',
} as const;

/** Null if the text is not a date. */
export function dateIn(text: string): Moment | null {
  const numbers = text.split(/[/-]/);
  if (numbers.every((part) => /^\d+$/.test(part))) return dateOfNumbers(numbers);
  return dateWithMonth(text);
}

function dateOfNumbers(parts: readonly string[]): Moment | null {
  const numbers = parts.map(Number);
  if (parts.length === 2) return monthAndOther(numbers[0], parts[1]);
  if (parts.length !== 3) return null;
  const isYearFirst = parts[0].length === 4;
  const [year, month, day] = isYearFirst
    ? [numbers[0], numbers[1], numbers[2]]
    : [yearOf(parts[2]), numbers[0], numbers[1]];
  return moment(year, month, day, FORMATS.date);
}

/** A day of this year; or, if the month has no such day, a month of a year. */
function monthAndOther(month: number, other: string): Moment | null {
  const thisYear = new Date().getFullYear();
  const day = other.length <= 2 ? moment(thisYear, month, Number(other), FORMATS.dayAndMonth) : null;
  if (day) return day;
  return other.length === 2 || other.length === 4
    ? moment(yearOf(other), month, 1, FORMATS.monthAndYear)
    : null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 … 12; 0 if the word is not a month. */
const monthOf = (word: string) =>
  MONTHS.findIndex((name) => [name, name.slice(0, 3)].includes(word.toLowerCase())) + 1;

/** `5-Jan`, `Jan 5`, `Jan 2017`, `5-Jan-2017`, `January 5, 2017`. */
function dateWithMonth(text: string): Moment | null {
  const dayFirst = /^(\d{1,2})[ -]([a-z]+)(?:[ -](\d{2}|\d{4}))?$/i.exec(text);
  if (dayFirst) return dated(dayFirst[2], dayFirst[1], dayFirst[3]);
  const monthFirst = /^([a-z]+)[ -](\d{1,2}|\d{4})(?:, ?(\d{4}))?$/i.exec(text);
  if (!monthFirst) return null;
  const [, word, other, year] = monthFirst;
  if (year) return dated(word, other, year);
  return monthOf(word) > 0 ? monthAndOther(monthOf(word), other) : null;
}

function dated(word: string, day: string, year: string | undefined): Moment | null {
  return year === undefined
    ? moment(new Date().getFullYear(), monthOf(word), Number(day), FORMATS.dayAndMonth)
    : moment(yearOf(year), monthOf(word), Number(day), FORMATS.dayMonthYear);
}

/** Two digits are of this century up to 29, in Excel (dotnet/runtime issue 75148). */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

const DAY_MS = 86_400_000;
const LAST_OF_FEBRUARY_1900 = 59;

function moment(year: number, month: number, day: number, format: string): Moment | null {
  // Excel's 1900 has a February 29: https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
  if (year === 1900 && month === 2 && day === 29) return { value: LAST_OF_FEBRUARY_1900 + 1, format };
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDate || year < 1900 || year > 9999) return null;
  const days = (date.getTime() - Date.UTC(1899, 11, 31)) / DAY_MS;
  return { value: days > LAST_OF_FEBRUARY_1900 ? days + 1 : days, format };
}

const TIME = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?(\.\d+)?(?: +([ap])m?)?$/i;

/** `12:30`, `1:30:15 PM`, `1 pm`, `30:00`, `12:30.5`; null if the text is not a time. */
export function timeIn(text: string): Moment | null {
  const hourAlone = /^(\d{1,2}) +([ap])m?$/i.exec(text);
  const parts = hourAlone ? [text, hourAlone[1], '0', undefined, undefined, hourAlone[2]] : TIME.exec(text);
  if (!parts) return null;
  const [, first, second, third, fraction, half] = parts;
  if (fraction !== undefined) {
    // Minutes and seconds; tenths behind hours, minutes and seconds have the same format.
    if (half) return null;
    const [hours, minutes, seconds] = third === undefined ? ['0', first, second] : [first, second, third];
    return Number(hours) < 24 && Number(minutes) < 60
      ? { value: daysOf(Number(hours), minutes, `${seconds}${fraction}`), format: FORMATS.tenths }
      : null;
  }
  let hours = Number(first);
  if (half) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/p/i.test(half) ? 12 : 0);
    return {
      value: daysOf(hours, second, third),
      format: third === undefined ? FORMATS.halfDay : FORMATS.halfDaySeconds,
    };
  }
  const format = hours > 23 ? FORMATS.duration : third === undefined ? FORMATS.time : FORMATS.seconds;
  return { value: daysOf(hours, second, third), format };
}

const daysOf = (hours: number, minutes = '0', seconds = '0') =>
  (hours * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
