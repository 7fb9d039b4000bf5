import type { Counters } from "./counters.ts";

/** Lists of entries, of which the most popular lately are asked for. */
export interface PopularLists {
  add(list: number, entry: number): void;
  /** Targets of the most popular entries of a list, the first the most popular. */
  of(list: number, day: number): readonly number[];
}

const RENEWED_EVERY = 3;

/**
 * Lists that are worked out anew every few days.
 *
 * @param half number of the half-life of `counts` that popularity goes by.
 */
export function popularLists(
  counts: Counters,
  targets: readonly number[],
  { most, half }: { readonly most: number; readonly half: number },
): PopularLists {
  const lists = new Map<number, { entries: number[]; top: readonly number[]; day: number }>();
  return {
    add(list, entry) {
      const known = lists.get(list);
      if (known === undefined) lists.set(list, { entries: [entry], top: [], day: Number.NEGATIVE_INFINITY });
      else known.entries.push(entry);
    },
    of(list, day) {
      const known = lists.get(list);
      if (known === undefined) return [];
      if (day - known.day >= RENEWED_EVERY) {
        known.day = day;
        const worth = known.entries.map((entry) => counts.faded(entry, half, day));
        const order = known.entries.map((_, k) => k).sort((a, b) => worth[b] - worth[a] || a - b);
        known.top = order.slice(0, most).map((k) => targets[known.entries[k]]);
      }
      return known.top;
    },
  };
}
