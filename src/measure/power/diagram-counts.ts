import { type Diagram, FIRST, LOSE, WIN } from "./diagram.ts";

/** Winning coalitions by size, and for each voter the coalitions of s others it turns: swings[i · n + s]. */
export interface Tally {
  readonly winning: Float64Array;
  readonly swings: Float64Array;
}

/** Rows of binomial coefficients: rows[m][s] = C(m, s). */
function binomials(most: number): Float64Array[] {
  const rows = [Float64Array.of(1)];
  for (let m = 1; m <= most; m++) {
    const before = rows[m - 1];
    rows.push(Float64Array.from({ length: m + 1 }, (_, s) => (before[s - 1] ?? 0) + (before[s] ?? 0)));
  }
  return rows;
}

/**
 * Counts on a diagram: ways to reach a node, times ways to win from there.
 *
 * @remarks Exact for up to 53 voters.
 */
export function tallyOn(diagram: Diagram): Tally {
  const { voters: n, levels, root } = diagram;
  const choose = binomials(n);
  const nothing = new Float64Array(n + 1);
  // from[l][node][s]: ways to win with s more of the n − l voters still to come
  const from: Float64Array[][] = levels.map(() => []);
  const winFrom = (l: number, node: number): Float64Array =>
    node === WIN ? choose[n - l] : node === LOSE ? nothing : from[l][node];
  for (let l = n - 1; l >= 0; l--) {
    const { against, inFavour } = levels[l];
    from[l] = Array.from(against, (node, k) => {
      const no = winFrom(l + 1, node);
      const yes = winFrom(l + 1, inFavour[k]);
      const ways = new Float64Array(n - l + 1);
      for (let s = 0; s < n - l; s++) {
        ways[s] += no[s];
        ways[s + 1] += yes[s];
      }
      return ways;
    });
  }
  const swings = new Float64Array(n * n);
  // reached[node][s]: ways to get to a node of this level with s voters for
  let reached: Float64Array[] = Array.from(levels[0].against, (_, k) => Float64Array.of(k === root ? 1 : 0));
  levels.forEach(({ voter, against, inFavour }, l) => {
    const next: Float64Array[] = Array.from(levels[l + 1]?.against ?? [], () => new Float64Array(l + 2));
    for (let k = FIRST; k < reached.length; k++) {
      const ways = reached[k];
      const no = winFrom(l + 1, against[k]);
      const yes = winFrom(l + 1, inFavour[k]);
      for (let a = 0; a <= l; a++) {
        if (ways[a] === 0) continue;
        for (let b = 0; b < n - l; b++) swings[voter * n + a + b] += ways[a] * (yes[b] - no[b]);
      }
      if (against[k] >= FIRST) for (let a = 0; a <= l; a++) next[against[k]][a] += ways[a];
      if (inFavour[k] >= FIRST) for (let a = 0; a <= l; a++) next[inFavour[k]][a + 1] += ways[a];
    }
    reached = next;
  });
  return { winning: winFrom(0, root).slice(0, n + 1), swings };
}

/**
 * The probability that a motion passes, and that each voter turns it, if each votes for it with probability t.
 *
 * @remarks Any number of voters; sums of positive products and one difference, so that the error is at most
 * 4n half units.
 */
export function chancesOn(
  diagram: Diagram,
  t: number,
): { readonly passing: number; readonly pivots: Float64Array } {
  const { voters: n, levels, root } = diagram;
  // from[l][node]: probability of winning from a node; the last level has the two outcomes only
  const from: Float64Array[] = [
    ...levels.map((level) => new Float64Array(level.against.length)),
    Float64Array.of(0, 1),
  ];
  for (let l = n - 1; l >= 0; l--) {
    const { against, inFavour } = levels[l];
    const after = from[l + 1];
    const now = from[l];
    now[WIN] = 1;
    for (let k = FIRST; k < now.length; k++) now[k] = (1 - t) * after[against[k]] + t * after[inFavour[k]];
  }
  const pivots = new Float64Array(n);
  let reached = new Float64Array(from[0].length);
  reached[root] = 1;
  levels.forEach(({ voter, against, inFavour }, l) => {
    const after = from[l + 1];
    const next = new Float64Array(after.length);
    let pivot = 0;
    for (let k = FIRST; k < reached.length; k++) {
      const chance = reached[k];
      const no = against[k];
      const yes = inFavour[k];
      pivot += chance * (after[yes] - after[no]);
      next[no] += (1 - t) * chance;
      next[yes] += t * chance;
    }
    pivots[voter] = pivot;
    reached = next;
  });
  return { passing: from[0][root], pivots };
}
