import { TawazunError } from "../base/index.ts";

/** Something of note in a future, and the day on which it first happened. */
export interface Happening {
  readonly what: string;
  readonly day: number;
}

/** What futures went through, in order, and which did. */
export interface OutcomePath {
  readonly steps: readonly {
    readonly what: string;
    /** Median of the days on which it happened, over the futures of this path. */
    readonly day: number;
  }[];
  /** Places of the futures among those given. */
  readonly futures: readonly number[];
  /** The one whose days lie nearest to the medians: it can stand for the others. */
  readonly like: number;
}

export interface OutcomePaths {
  /** What tells the futures apart, weightiest first; all else is left out of the paths. */
  readonly told: readonly string[];
  /** The commonest first; together they hold every future once. */
  readonly paths: readonly OutcomePath[];
}

/** What happens in nearly all futures, or in nearly none, does not tell them apart. */
const RARE = 0.02;

/**
 * Futures put together by what happened in them, in which order.
 *
 * @param futures of each, what happened first when; a second happening of the same is passed over.
 * @param options.weight how much something matters; what has none is left out.
 * @param options.most how many kinds of happening the paths may be made of.
 * @returns paths that hold each future exactly once.
 * @throws {TawazunError} `paths/most` unless `most` is a whole number from 1 on.
 *
 * @remarks *Ours.* A happening tells futures apart by its weight × p × (1 − p), where p is the part of the futures in
 * which it occurs: the variance of whether it occurs, counted by how much it matters. The best few are kept, so that
 * paths are few; where two fall on one day the weightier comes first.
 * @example
 * ```ts
 * import { outcomePaths } from "tawazun/forecast";
 * const futures = [[{ what: "split", day: 9 }, { what: "fall", day: 30 }], [{ what: "split", day: 11 }], [], []];
 * const { paths } = outcomePaths(futures, { weight: new Map([["fall", 2], ["split", 1]]), most: 2 });
 * paths.map(({ steps, futures }) => [steps.map(({ what }) => what).join(" "), futures.length]); //=> [["", 2], ["split fall", 1], ["split", 1]]
 * ```
 */
export function outcomePaths(
  futures: readonly (readonly Happening[])[],
  { weight, most }: { readonly weight: ReadonlyMap<string, number>; readonly most: number },
): OutcomePaths {
  if (!(Number.isInteger(most) && most >= 1)) {
    throw new TawazunError(
      "paths/most",
      `Paths of ${most} kinds of happening were asked for; give 1 or more.`,
    );
  }
  const firsts = futures.map((happenings) => {
    const days = new Map<string, number>();
    for (const { what, day } of happenings) days.set(what, Math.min(day, days.get(what) ?? day));
    return days;
  });
  const told = [...weight]
    .map(([what, matters]) => {
      const part = firsts.filter((days) => days.has(what)).length / Math.max(1, firsts.length);
      return { what, part, worth: matters * part * (1 - part) };
    })
    .filter(({ part, worth }) => part >= RARE && part <= 1 - RARE && worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.what < b.what ? -1 : 1))
    .slice(0, most)
    .map(({ what }) => what);
  const groups = new Map<string, { readonly order: readonly string[]; readonly members: number[] }>();
  firsts.forEach((days, future) => {
    const order = told
      .filter((what) => days.has(what))
      .sort((a, b) => (days.get(a) ?? 0) - (days.get(b) ?? 0) || told.indexOf(a) - told.indexOf(b));
    const key = JSON.stringify(order);
    const group = groups.get(key) ?? { order, members: [] };
    groups.set(key, group);
    group.members.push(future);
  });
  const paths = [...groups.values()].map(({ order, members }): OutcomePath => {
    const dayOf = (future: number, what: string): number => firsts[future].get(what) ?? 0;
    const steps = order.map((what) => ({ what, day: median(members.map((future) => dayOf(future, what))) }));
    const apart = (future: number): number =>
      steps.reduce((sum, { what, day }) => sum + Math.abs(dayOf(future, what) - day), 0);
    const like = members.reduce((best, future) => (apart(future) < apart(best) ? future : best));
    return { steps, futures: members, like };
  });
  return { told, paths: paths.sort((a, b) => b.futures.length - a.futures.length || a.like - b.like) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
