import { log, type Random, type Result, type Source, TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";
import { checkRuleGame, hasRule, type Leaves, leavesOf, type RuleGame, votersOf } from "./rule.ts";

/** What is sampled: orders of the voters, or coalitions of them. */
export type Sampled = "shapley-shubik" | "banzhaf-absolute";

const sources: { readonly [index in Sampled]: readonly Source[] } = {
  "shapley-shubik": [{ ref: "shapley1954" }, { ref: "hoeffding1963" }],
  "banzhaf-absolute": [{ ref: "penrose1946", at: "p. 53" }, { ref: "hoeffding1963" }],
};

/**
 * How many runs make it unlikely that any voter's sampled number is off by more than an error.
 *
 * @param error above 0, on the scale of the index.
 * @param doubt the probability that some voter's is off by more; default 1 in 100.
 * @throws {TawazunError} `sampled/error` if either is not between 0 and 1.
 * @remarks Hoeffding's bound over all voters: ln(2n / δ) / 2ε².
 * @see Hoeffding 1963, theorem 2.
 * @example
 * ```ts
 * import { runsFor } from "tawazun/measure";
 * runsFor(190, 0.001); //=> 5272671
 * ```
 */
export function runsFor(voters: number, error: number, doubt = 0.01): number {
  if (!(error > 0 && error < 1 && doubt > 0 && doubt < 1)) {
    throw new TawazunError(
      "sampled/error",
      `Error ${error} and doubt ${doubt} must both lie between 0 and 1.`,
    );
  }
  return Math.ceil(log((2 * voters) / doubt) / (2 * error * error));
}

/** Adds and takes away voters, and says whether those present win. */
interface Tally {
  readonly set: (voter: number, present: boolean) => void;
  readonly wins: () => boolean;
}

function tallyOf(game: Game | RuleGame): Tally {
  const { tree, quotas } = hasRule(game) ? leavesOf(game) : { tree: { leaf: 0 }, quotas: [game] };
  const large = quotas.some(
    ({ weights }) => !Number.isSafeInteger(weights.reduce((sum, weight) => sum + weight, 0)),
  );
  return large ? counting(tree, quotas, BigInt, 0n) : counting(tree, quotas, Number, 0);
}

function counting<N extends number | bigint>(
  tree: Leaves,
  quotas: readonly Game[],
  exact: (value: number) => N,
  zero: N,
): Tally {
  const weights = quotas.map((quota) => quota.weights.map(exact));
  const needed = quotas.map((quota) => exact(quota.quota));
  const votes: N[] = quotas.map(() => zero);
  const wins = (part: Leaves): boolean => {
    if ("leaf" in part) return votes[part.leaf] >= needed[part.leaf];
    return "all" in part ? part.all.every(wins) : part.any.some(wins);
  };
  const here = new Set<number>();
  return {
    set(voter, present) {
      if (here.has(voter) === present) return;
      if (present) here.add(voter);
      else here.delete(voter);
      weights.forEach((of, k) => {
        const change = present ? of[voter] : -of[voter];
        votes[k] = ((votes[k] as number) + (change as number)) as N;
      });
    },
    wins: () => wins(tree),
  };
}

/**
 * A power index by sampling: for games that no exact method reaches, and labelled so.
 *
 * @param asked which index, how many runs, and the chance to draw them with; `seed` is told in the result.
 * @returns the numbers, with the largest standard error of any of them.
 * @throws {TawazunError} `game/…`, `rule/…`; `sampled/runs` if the runs are not a whole number from 1.
 * @remarks {@link runsFor} says how many runs an error asks for.
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { sampledPower } from "tawazun/measure";
 * const game = { quota: 51, weights: [50, 49, 1] };
 * const asked = { index: "shapley-shubik", runs: 4000, random: seeded("drawn") } as const;
 * const { value, error = 0 } = sampledPower(game, asked);
 * Math.abs(value[0] - 2 / 3) < 4 * error; //=> true
 * ```
 */
export function sampledPower(
  game: Game | RuleGame,
  asked: { readonly index: Sampled; readonly runs: number; readonly random: Random; readonly seed?: string },
): Result<readonly number[]> {
  if (hasRule(game)) checkRuleGame(game);
  else checkGame(game);
  const { index, runs, random, seed } = asked;
  if (!Number.isInteger(runs) || runs < 1) {
    throw new TawazunError("sampled/runs", `There are ${runs} runs; it must be a whole number from 1.`);
  }
  const n = votersOf(game);
  const counted = new Float64Array(n);
  const tally = tallyOf(game);
  const draw = index === "shapley-shubik" ? drawOrder : drawCoalition;
  for (let run = 0; run < runs; run++) draw(tally, n, random, counted);
  const value = Array.from(counted, (count) => count / runs);
  const error = value.reduce((worst, share) => Math.max(worst, Math.sqrt((share * (1 - share)) / runs)), 0);
  return {
    value,
    method: "sampled",
    error,
    runs,
    ...(seed === undefined ? {} : { seed }),
    sources: sources[index],
  };
}

/** One order of the voters: whoever makes the coalition win counts. */
function drawOrder(tally: Tally, n: number, random: Random, counted: Float64Array): void {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++) tally.set(i, false);
  for (let k = 0; k < n; k++) {
    const other = k + random.integer(n - k);
    [order[k], order[other]] = [order[other], order[k]];
    tally.set(order[k], true);
    if (tally.wins()) {
      counted[order[k]]++;
      return;
    }
  }
}

/** One coalition: every voter without or with whom the outcome would be another counts. */
function drawCoalition(tally: Tally, n: number, random: Random, counted: Float64Array): void {
  const present = Array.from({ length: n }, () => random.uniform() < 0.5);
  present.forEach((here, i) => {
    tally.set(i, here);
  });
  const outcome = tally.wins();
  present.forEach((here, i) => {
    tally.set(i, !here);
    if (tally.wins() !== outcome) counted[i]++;
    tally.set(i, here);
  });
}
