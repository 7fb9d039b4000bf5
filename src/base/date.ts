import { TawazunError } from "./error.ts";

/** A day as ISO 8601 text, `2012-01-10`. */
export type IsoDate = string;

/** A day counted from 1970-01-01, which is 0. */
export type Day = number;

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days in a month of the Gregorian calendar; the month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a civil date (Hinnant's days_from_civil: exact for every Gregorian date). */
function dayNumber(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/**
 * Reads a date that may be known to the year, the month or the day.
 *
 * @returns the first and last day it may mean, or nothing if there is no such date.
 * @example
 * ```ts
 * import { readDate } from "tawazun/base";
 * readDate("2012-02-30"); //=> undefined
 * readDate("2012-02")?.last === readDate("2012-02-29")?.first; //=> true
 * ```
 */
export function readDate(
  text: string,
): { readonly first: Day; readonly last: Day; readonly precision: "year" | "month" | "day" } | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) {
    return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), precision: "year" };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const length = daysInMonth(year, month);
  if (match[3] === undefined) {
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, length), precision: "month" };
  }
  const day = Number(match[3]);
  if (day < 1 || day > length) return undefined;
  const number = dayNumber(year, month, day);
  return { first: number, last: number, precision: "day" };
}

/**
 * The day number of a date that is known to exist; a month or a year means its first day.
 *
 * @throws {TawazunError} `date/none` if there is no such date.
 */
export function dayOf(text: IsoDate): Day {
  const date = readDate(text);
  if (date === undefined) {
    throw new TawazunError("date/none", `There is no date "${text}"; write it as 2012-01-10.`);
  }
  return date.first;
}

/** Year, month (from 1) and day of the month of a day number. */
export function civil(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** A day number as ISO text. */
export function isoDate(day: Day): IsoDate {
  const date = civil(Math.floor(day));
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** A month counted from January of year 0: 12 × year + month − 1. */
export function monthIndex(day: Day): number {
  const date = civil(Math.floor(day));
  return date.year * 12 + date.month - 1;
}

/** The first day of a counted month. */
export function monthStart(index: number): Day {
  return dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** A counted month as ISO text, `2012-01`. */
export function isoMonth(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${two((index % 12) + 1)}`;
}
