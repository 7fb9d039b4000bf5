import { present, type Running, type Setting } from "./statistic.ts";

/** How a leg of a two-path runs between its first and its second actor; "either" adds both directions. */
export type Leg = "forward" | "backward" | "either";

/** The value of a leg between two actors. */
function legOf(ties: Float64Array, n: number, leg: Leg): (a: number, b: number) => number {
  if (leg === "forward") return (a, b) => ties[a * n + b];
  if (leg === "backward") return (a, b) => ties[b * n + a];
  return (a, b) => ties[a * n + b] + ties[b * n + a];
}

/** Which two legs, of which networks, joined how. */
export interface Paths {
  /** Leg between i and the third actor k: network and direction (forward is i → k). */
  readonly first: readonly [network: number, leg: Leg];
  /** Leg between k and j (forward is k → j). */
  readonly second: readonly [network: number, leg: Leg];
  /** The worth of a path from the values of its two legs. */
  readonly worth: (first: number, second: number) => number;
}

/** Counts a path whose two ties are there. */
export const both = (first: number, second: number): number => present(first) * present(second);

/**
 * Σₖ worth(leg(i, k), leg(k, j)) over k other than i and j, for every pair: the machine behind
 * transitivity, cycles, common senders and receivers, and the signed triads.
 *
 * @remarks A changed tie costs O(n) a leg that it can be.
 */
export function twoPaths({ n, ties, touch }: Setting, { first, second, worth }: Paths): Running {
  const values = new Float64Array(n * n);
  const firstLeg = legOf(ties[first[0]], n, first[1]);
  const secondLeg = legOf(ties[second[0]], n, second[1]);
  const add = (i: number, j: number, change: number): void => {
    if (change === 0) return;
    values[i * n + j] += change;
    touch(i * n + j);
  };
  const changeFirst = (i: number, k: number, before: number, after: number): void => {
    for (let j = 0; j < n; j++) {
      if (j === i || j === k) continue;
      const other = secondLeg(k, j);
      if (other !== 0) add(i, j, worth(after, other) - worth(before, other));
    }
  };
  const changeSecond = (k: number, j: number, before: number, after: number): void => {
    for (let i = 0; i < n; i++) {
      if (i === j || i === k) continue;
      const other = firstLeg(i, k);
      if (other !== 0) add(i, j, worth(other, after) - worth(other, before));
    }
  };
  const change = (
    [network, leg]: Paths["first"],
    along: typeof changeFirst,
    which: number,
    s: number,
    r: number,
    before: number,
    after: number,
  ): void => {
    if (which !== network) return;
    const back = leg === "either" ? ties[network][r * n + s] : 0;
    if (leg !== "backward") along(s, r, before + back, after + back);
    if (leg !== "forward") along(r, s, before + back, after + back);
  };
  return {
    values,
    tie(which, s, r, before, after) {
      change(first, changeFirst, which, s, r, before, after);
      change(second, changeSecond, which, s, r, before, after);
    },
  };
}

/**
 * Two-paths i → k → j that count only if the tie k → j came after i → k: at any later time
 * ("sequential") or as the very next change of the network ("consecutive"). When a tie goes, so do its paths.
 *
 * @param transposed counts the path for (j, i): cycles.
 */
export function orderedPaths(setting: Setting, transposed: boolean): Running {
  const { n, ties, touch, order } = setting;
  const values = new Float64Array(n * n);
  const counted = new Set<number>();
  let last = -1;
  const add = (i: number, k: number, j: number, change: 1 | -1): void => {
    const cell = transposed ? j * n + i : i * n + j;
    values[cell] += change;
    touch(cell);
    const path = (i * n + k) * n + j;
    if (change === 1) counted.add(path);
    else counted.delete(path);
  };
  return {
    values,
    tie(_which, s, r, before, after) {
      if (present(before) === 0 && present(after) === 1) {
        for (let i = 0; i < n; i++) {
          if (i === s || i === r || present(ties[0][i * n + s]) === 0) continue;
          if (order === "consecutive" && last !== i * n + s) continue;
          add(i, s, r, 1);
        }
      }
      if (present(before) === 1 && present(after) === 0) {
        for (let o = 0; o < n; o++) {
          if (counted.has((o * n + s) * n + r)) add(o, s, r, -1);
          if (counted.has((s * n + r) * n + o)) add(s, r, o, -1);
        }
      }
      last = s * n + r;
    },
  };
}
