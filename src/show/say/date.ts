import { civil, type IsoDate, readDate, TawazunError } from "../../base/index.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The English name of a month, counted from 1. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new TawazunError("show/month", `There is no month ${month}.`);
  return name;
}

/**
 * A date in words, to the day, the month or the year that is known.
 *
 * @throws {TawazunError} `show/date` if there is no such date.
 * @example
 * ```ts
 * import { dateInWords } from "tawazun/show";
 * dateInWords("2012-01-10"); //=> "10 January 2012"
 * dateInWords("2012-01"); //=> "January 2012"
 * ```
 */
export function dateInWords(date: IsoDate): string {
  const known = readDate(date);
  if (known === undefined) {
    throw new TawazunError("show/date", `There is no date "${date}"; write it as 2012-01-10.`);
  }
  const { year, month, day } = civil(known.first);
  if (known.precision === "year") return `${year}`;
  if (known.precision === "month") return `${monthName(month)} ${year}`;
  return `${day} ${monthName(month)} ${year}`;
}

/** A date in as few letters as a table has room for: "10 Jan 2012", "Jan 2012", "2012". */
export function shortDate(date: IsoDate): string {
  return dateInWords(date).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}
