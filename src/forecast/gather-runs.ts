import { TawazunError } from "../base/index.ts";
import type { Observations } from "./observe.ts";

/** What is kept of each run, as so many numbers a run. */
type Kept =
  | "answers"
  | "measures"
  | "trouble"
  | "kinds"
  | "signatures"
  | "bounded"
  | "share"
  | "groupShare"
  | "count"
  | "open";

const KEPT: readonly Kept[] = [
  "answers",
  "measures",
  "trouble",
  "kinds",
  "signatures",
  "bounded",
  "share",
  "groupShare",
  "count",
  "open",
];

/** What pictures need and answers do not: shares by month, and routes. */
export const PICTURED: readonly Kept[] = ["share", "groupShare", "open"];

/** Shards put together as they come. */
export interface Gathered {
  /** Takes the next shard: it must begin where the last one ended, the first at the first run. */
  take(part: Observations): void;
  /** All that was taken, as if it had been one shard; nothing if none was. */
  end(): Observations | undefined;
}

/**
 * Puts shards of one scenario and plan together in arrays of their whole length, so that no run is held twice as it is
 * where all shards wait to be merged.
 *
 * @param runs how many runs are to come; fewer may.
 * @param without what is not kept.
 * @remarks Moves made (`deeds`) are not kept: runs have unlike numbers of them.
 */
export function gatherRuns(runs: number, without: readonly Kept[] = []): Gathered {
  let whole: Observations | undefined;
  let to = 0;
  return {
    take(part) {
      const length = part.to - part.from;
      whole ??= { ...part, ...roomFor(part, runs, without) };
      if (part.from !== (to === 0 ? whole.from : to) || part.to - whole.from > runs) {
        const message = `Futures ${part.from} to ${part.to - 1} do not follow the ${to - whole.from} before them.`;
        throw new TawazunError("forecast/order", message);
      }
      for (const key of KEPT) {
        if (without.includes(key)) continue;
        whole[key].set(part[key], (part.from - whole.from) * (part[key].length / length));
      }
      to = part.to;
    },
    end() {
      if (whole === undefined) return undefined;
      const done = to - whole.from;
      const room = whole;
      const cut = Object.fromEntries(
        KEPT.map((key) => [key, room[key].subarray(0, (room[key].length / runs) * done)]),
      );
      const { deeds: _, ...rest } = { ...room, ...cut, to };
      return rest;
    },
  };
}

/** Arrays for all runs, of the kinds of one shard. */
function roomFor(part: Observations, runs: number, without: readonly Kept[]): Partial<Observations> {
  return Object.fromEntries(
    KEPT.map((key) => {
      const each = without.includes(key) ? 0 : part[key].length / (part.to - part.from);
      const Numbers = part[key].constructor as new (length: number) => Observations[Kept];
      return [key, new Numbers(each * runs)];
    }),
  );
}
