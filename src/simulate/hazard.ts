import { dayOf, exp, log, readDate } from "../base/index.ts";
import { type Luck, purpose } from "./luck.ts";
import type { World } from "./world.ts";

/** The days on which an outside event with a rate may happen: from the first to before the last, in days. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** The window of an outside event that comes by hazard: its span, as far as it is played. */
export function windowOf(world: World, event: number): Window {
  const { from, to } = world.source.outside[event];
  const last = to === undefined ? world.end : (readDate(to)?.last ?? world.end);
  return {
    from: Math.max(world.start, from === undefined ? world.start : dayOf(from)),
    until: Math.min(world.end, last) + 1,
  };
}

/**
 * The times at which an outside event comes by hazard: a Poisson process of `rate` a year inside a window.
 *
 * @param decided whether an intervention settles that it happens: then the first time is drawn as it would be
 * given that there is one. Nothing comes of a rate of 0 even so, but on the evenly drawn day that is asked for.
 * @param repeats whether it may come again; else its first time is its only one.
 * @returns in rising order, each inside the window.
 * @remarks The k-th wait has luck of its own, so that another rate keeps the luck of all other events.
 */
export function arrivals(
  { from, until }: Window,
  rate: number,
  repeats: boolean,
  decided: boolean | undefined,
  luck: Luck,
  run: number,
  event: number,
): readonly number[] {
  const days = until - from;
  if (!(days > 0) || decided === false) return [];
  const daily = rate / 365.25;
  const times: number[] = [];
  let time = from;
  for (let k = 0; ; k++) {
    luck.at(run, event, k, purpose.outside);
    const u = luck.uniform();
    if (k === 0 && decided === true) {
      time += daily > 0 ? -log(1 - u * (1 - exp(-daily * days))) / daily : u * days;
    } else if (daily > 0) time += -log(1 - u) / daily;
    else break;
    if (!(time < until)) break;
    times.push(time);
    if (!repeats) break;
  }
  return times;
}
