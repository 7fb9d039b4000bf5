import { TawazunError } from "../../base/index.ts";
import { reduced } from "./counts.ts";
import { checkGame, type Game } from "./game.ts";
import { type LinearRow, solveLinear } from "./linear-program.ts";

/** How far every winning coalition can be satisfied. */
export interface LeastCore {
  /** The least ε for which shares exist that give every winning coalition 1 − ε; 0 if the core is not empty. */
  readonly epsilon: number;
  /** One such division; there may be others. */
  readonly shares: readonly number[];
}

/** Voters times votes: the work of finding the worst treated coalition. */
const MOST_STEPS = 5e7;
const MOST_ROUNDS = 2000;
/** A coalition treated worse than this beyond ε is added. */
const CLOSE = 1e-9;

/**
 * The least core of a weighted game: shares under which the worst treated winning coalition is treated best.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` if voters × votes are more
 * than fifty million.
 * @remarks Linear programs (HiGHS) over few coalitions; after each, the worst treated winning coalition is found by
 * dynamic programming over votes and added, until none is treated worse. Good to about 10⁻⁹.
 * @see Maschler, Peleg & Shapley 1979.
 * @example Three equal voters: two of them always get 2/3, a third less than all.
 * ```ts
 * import { leastCore } from "tawazun/measure";
 * const { epsilon } = await leastCore({ quota: 2, weights: [1, 1, 1] });
 * Math.round(epsilon * 3); //=> 1
 * ```
 */
export async function leastCore(game: Game): Promise<LeastCore> {
  checkGame(game);
  const { quota, weights } = reduced(game);
  const n = weights.length;
  if (n * quota > MOST_STEPS) {
    throw new TawazunError(
      "power/size",
      `${n} voters and a quota of ${quota} take too long; voters times votes may be at most ${MOST_STEPS}.`,
    );
  }
  const rows: LinearRow[] = [{ coefficients: [...new Array<number>(n).fill(1), 0], is: "equal", than: 1 }];
  let shares: readonly number[] = Array.from(weights, () => 1 / n);
  let epsilon = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const worst = cheapest(quota, weights, shares);
    const got = worst.reduce((sum, i) => sum + shares[i], 0);
    if (round > 0 && got >= 1 - epsilon - CLOSE) return { epsilon: Math.max(0, epsilon), shares };
    const members = Array.from(weights, (_, i) => (worst.includes(i) ? 1 : 0));
    rows.push({ coefficients: [...members, 1], is: "atLeast", than: 1 });
    const { x } = await solveLinear({
      objective: [...new Array<number>(n).fill(0), 1],
      rows,
      least: new Array<number>(n + 1).fill(0),
    });
    shares = x.slice(0, n);
    epsilon = x[n];
  }
  throw new TawazunError(
    "linear/unsolved",
    `The least core was not reached with ${MOST_ROUNDS} coalitions; join small voters into one.`,
  );
}

/** The winning coalition with the smallest share: a knapsack, by dynamic programming over votes still needed. */
function cheapest(quota: number, weights: Float64Array, shares: readonly number[]): number[] {
  const n = weights.length;
  // least[z]: smallest share of voters so far with at least z votes; taken[i][z]: whether voter i is among them
  const least = new Float64Array(quota + 1).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  const taken = Array.from({ length: n }, () => new Uint8Array(quota + 1));
  for (let i = 0; i < n; i++) {
    for (let z = quota; z > 0; z--) {
      const share = least[Math.max(0, z - weights[i])] + Math.max(0, shares[i]);
      if (share < least[z]) {
        least[z] = share;
        taken[i][z] = 1;
      }
    }
  }
  const members: number[] = [];
  for (let i = n - 1, z = quota; i >= 0 && z > 0; i--) {
    if (taken[i][z] === 0) continue;
    members.push(i);
    z = Math.max(0, z - weights[i]);
  }
  return members;
}
