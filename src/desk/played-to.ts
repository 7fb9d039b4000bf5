import { type IsoDate, isoDate } from "../base/index.ts";
import { plural } from "../show/index.ts";
import { endOf, type World } from "../simulate/index.ts";

type Played = Pick<World, "start" | "end">;

/** The last day of so many calendar months of play, which ends with the horizon. */
export function lastDay({ start, end }: Played, months: number): IsoDate {
  return isoDate(Math.min(endOf(start, months), end));
}

/** "12 months, 2018-10-25 to 2019-09-30". */
export function monthsPlayed(world: Played, months: number): string {
  return `${plural(months, "month")}, ${isoDate(world.start)} to ${lastDay(world, months)}`;
}

/** How to play to the case's horizon, where these months end before it; else nothing. */
export function beforeHorizon(world: Played, months: number): readonly string[] {
  if (endOf(world.start, months) >= world.end) return [];
  let needed = months;
  while (endOf(world.start, needed) < world.end) needed += 1;
  return [`The case's horizon is ${isoDate(world.end)}: --months ${needed} plays to it.`];
}
