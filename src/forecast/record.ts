import { dayOf, type IsoDate, isoMonth, monthIndex, readDate, TawazunError } from "../base/index.ts";
import { type Chronicle, trouble, type World } from "../simulate/index.ts";

/**
 * One history to be asked questions: a run, with the months observed before it.
 *
 * Dates are days; a month or a year given as a date means its last day where something is to have
 * happened "by" it, and the snapshot at its end where something is to hold "on" it.
 */
export interface Record {
  readonly world: World;
  readonly chronicle: Chronicle;
}

/** The last day that a date may mean. */
export function lastDay(date: IsoDate): number {
  const read = readDate(date);
  if (read === undefined) throw new TawazunError("rule/date", `There is no date "${date}".`);
  return read.last;
}

/** The first day that a date may mean. */
export function firstDay(date: IsoDate): number {
  return dayOf(date);
}

/** The simulated month whose end is nearest on or before a date, counted from the first; −1 before the first ends. */
export function monthBy(world: World, date: IsoDate): number {
  const day = lastDay(date);
  const index = monthIndex(day) - monthIndex(world.start);
  const ended = monthIndex(day + 1) !== monthIndex(day);
  return Math.max(0, ended ? index : index - 1);
}

/** Index of a month text such as `2012-02` counted from the first simulated month. */
export function monthOf(world: World, date: IsoDate): number {
  return monthIndex(dayOf(date)) - monthIndex(world.start);
}

/**
 * The count of a series in a month: observed before the as-of date's month, simulated from it on.
 *
 * @returns the count, or nothing if neither has it.
 */
export function countIn(record: Record, series: string, month: number): number | undefined {
  if (month >= 0) {
    const violence = record.world.source.series.find((candidate) => candidate.kind === "violence");
    return violence?.id === series && month < record.chronicle.count.length
      ? record.chronicle.count[month]
      : undefined;
  }
  const values = record.world.source.values[series];
  const at = values?.months.indexOf(isoMonth(monthIndex(record.world.start) + month)) ?? -1;
  return at < 0 ? undefined : values.values[at];
}

/**
 * Stability: the share of months up to a date with no crisis of government, no violence above 1.5 times
 * its trailing year's mean, and no armed confrontation among organised actors. *Ours.*
 *
 * @returns 0…1 for the whole and for each part on its own.
 */
export function stability(
  chronicle: Pick<Chronicle, "trouble">,
  months: number,
): { readonly whole: number; readonly crisis: number; readonly violence: number; readonly arms: number } {
  let calm = 0;
  let crisis = 0;
  let violence = 0;
  let arms = 0;
  for (let m = 0; m < months; m++) {
    const marks = chronicle.trouble[m];
    if (marks === 0) calm += 1;
    if ((marks & trouble.crisis) !== 0) crisis += 1;
    if ((marks & trouble.violence) !== 0) violence += 1;
    if ((marks & trouble.arms) !== 0) arms += 1;
  }
  const of = (count: number): number => (months > 0 ? count / months : 0);
  return { whole: of(calm), crisis: of(crisis), violence: of(violence), arms: of(arms) };
}
