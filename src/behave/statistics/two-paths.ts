import { present, type Running, type Setting } from "./statistic.ts";

/** How a leg of a two-path runs between its first and its second actor; "either" adds both directions. */
export type Leg = "forward" | "backward" | "either";

/** Which two legs, of which networks, joined how. */
export interface Paths {
  /** Leg between i and the third actor k: network and direction (forward is i → k). */
  readonly first: readonly [network: number, leg: Leg];
  /** Leg between k and j (forward is k → j). */
  readonly second: readonly [network: number, leg: Leg];
  /** The worth of a path from the values of its two legs. */
  readonly worth: (first: number, second: number) => number;
  /** Only whether there is a tie counts. */
  readonly signs?: true;
}

/** Counts a path whose two ties are there. */
export const both = (first: number, second: number): number => present(first) * present(second);

/**
 * Σₖ worth(leg(i, k), leg(k, j)) over k other than i and j, for every pair: the machine behind
 * transitivity, cycles, common senders and receivers, and the signed triads.
 *
 * @remarks A changed tie costs O(n) a leg that it can be.
 */
export function twoPaths({ n, ties, touch }: Setting, { first, second, worth, signs }: Paths): Running {
  const values = new Float64Array(n * n);
  const add = (i: number, j: number, change: number): void => {
    if (change === 0) return;
    values[i * n + j] += change;
    touch(i * n + j);
  };
  // The other leg lies between k and each actor o in turn: at start + o · stride.
  const [a, firstLeg] = [ties[first[0]], first[1]];
  const [b, secondLeg] = [ties[second[0]], second[1]];
  const changeFirst = (i: number, k: number, before: number, after: number): void => {
    const [start, stride] = secondLeg === "backward" ? [k, n] : [k * n, 1];
    const both = secondLeg === "either";
    for (let j = 0; j < n; j++) {
      const other = both ? b[k * n + j] + b[j * n + k] : b[start + j * stride];
      if (other === 0 || j === i || j === k) continue;
      add(i, j, worth(after, other) - worth(before, other));
    }
  };
  const changeSecond = (k: number, j: number, before: number, after: number): void => {
    const [start, stride] = firstLeg === "backward" ? [k * n, 1] : [k, n];
    const both = firstLeg === "either";
    for (let i = 0; i < n; i++) {
      const other = both ? a[i * n + k] + a[k * n + i] : a[start + i * stride];
      if (other === 0 || i === j || i === k) continue;
      add(i, j, worth(other, after) - worth(other, before));
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
      if (signs === true && before > 0 === after > 0) return;
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
