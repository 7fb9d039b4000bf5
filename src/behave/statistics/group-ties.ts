import { present, type Running, type Setting } from "./statistic.ts";

/** Tells which pairs a tie counts for. */
export type Reach = (
  a: number,
  b: number,
  group: Float64Array,
  count: (i: number, j: number) => void,
) => void;

/**
 * Sums of ties over the groups of a pair: the machine behind the statistics of groups and blocs.
 *
 * @remarks A changed tie costs one walk over those it reaches; an actor that changes its group costs a
 * recount of all.
 */
export function groupTies({ n, ties: [x], traits: [z], weighted, touch }: Setting, reach: Reach): Running {
  const values = new Float64Array(n * n);
  let change = 0;
  const count = (i: number, j: number): void => {
    if (i === j) return;
    values[i * n + j] += change;
    touch(i * n + j);
  };
  const recount = (): void => {
    values.fill(0);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        change = weighted ? x[a * n + b] : present(x[a * n + b]);
        if (change !== 0) reach(a, b, z, count);
      }
    }
    for (let cell = 0; cell < n * n; cell++) touch(cell);
  };
  return {
    values,
    tie(_which, a, b, before, after) {
      change = weighted ? after - before : present(after) - present(before);
      if (change !== 0) reach(a, b, z, count);
    },
    trait: recount,
  };
}
