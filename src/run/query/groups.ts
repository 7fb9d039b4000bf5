import type { Value } from "./answer.ts";
import type { TableRow } from "./read-rows.ts";

/** Parts at which quantiles are given. */
const PARTS = [0.05, 0.5, 0.95];

/** Rows in groups, of which each column of numbers is summed up. */
export interface Groups {
  add(row: TableRow): void;
  /** A row for each group, in their order: its values, how many, and of each column mean and quantiles. */
  end(): { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] };
}

interface Group {
  readonly key: readonly Value[];
  count: number;
  /** By column: its numbers. */
  readonly numbers: Numbers[];
}

/**
 * Groups by the values of some columns, with count, mean and quantiles of others.
 *
 * @remarks Quantiles lie between the two nearest values in proportion (type 7 of Hyndman & Fan 1996, as quantile_cont
 * of SQL). What is no number is left out of them. The numbers of a group are held in memory, eight bytes each.
 */
export function groupsOf(by: readonly string[], columns: readonly string[]): Groups {
  const groups = new Map<string, Group>();
  return {
    add(row) {
      const key = by.map((name) => row[name] ?? null);
      const id = JSON.stringify(key);
      let group = groups.get(id);
      if (group === undefined) {
        group = { key, count: 0, numbers: columns.map(numbers) };
        groups.set(id, group);
      }
      group.count += 1;
      for (const [c, name] of columns.entries()) {
        const value = row[name];
        if (typeof value === "number") group.numbers[c].push(value);
      }
    },
    end() {
      const all = [...groups.values()].sort((a, b) => keyOrder(a.key, b.key));
      const used = columns.flatMap((name, c) =>
        all.some((group) => group.numbers[c].length() > 0) ? [{ name, c }] : [],
      );
      return {
        columns: [
          ...by,
          "count",
          ...used.flatMap(({ name }) => [`${name} mean`, ...PARTS.map((part) => `${name} ${100 * part}%`)]),
        ],
        rows: all.map((group) => [
          ...group.key,
          group.count,
          ...used.flatMap(({ c }) => {
            const sorted = group.numbers[c].sorted();
            if (sorted.length === 0) return [null, ...PARTS.map(() => null)];
            const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
            return [mean, ...PARTS.map((part) => quantile(sorted, part))];
          }),
        ]),
      };
    },
  };
}

/** Numbers one after another, without a place for each in between. */
interface Numbers {
  push(value: number): void;
  length(): number;
  sorted(): Float64Array;
}

function numbers(): Numbers {
  let held = new Float64Array(16);
  let count = 0;
  return {
    push(value) {
      if (count === held.length) {
        const larger = new Float64Array(2 * count);
        larger.set(held);
        held = larger;
      }
      held[count++] = value;
    },
    length: () => count,
    sorted: () => held.slice(0, count).sort(),
  };
}

function quantile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/** Numbers by size, texts by their letters, what is missing last. */
function keyOrder(a: readonly Value[], b: readonly Value[]): number {
  for (const [k, one] of a.entries()) {
    const other = b[k];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return 0;
}
