import { TawazunError } from "../../base/index.ts";
import type { ElectionRule, SpatialSwitches, VictoryRule } from "./switches.ts";
import { vote } from "./vote.ts";

/** Keeps a coalition of nobody from dividing by zero. */
const LEAST_COALITION = 1e-8;
const MOST_STEPS = 100_000;

/**
 * The probabilistic Condorcet election: how likely each option is to prevail.
 *
 * @param utilities of each option to every voter, 0…1.
 * @param weights of the voters, > 0.
 * @returns one probability an option; they sum to 1.
 * @throws {TawazunError} `bargain/convergence` if a Markov election does not settle.
 * @remarks O(options² × voters).
 * @see Wise, Lester & Efird 2015.
 */
export function election(
  utilities: readonly Float64Array[],
  weights: Float64Array,
  switches: Pick<SpatialSwitches, "voting" | "victory" | "election">,
): Float64Array {
  const options = utilities.length;
  if (options === 1) return Float64Array.of(1);
  const strength = coalitions(utilities, weights, switches);
  const wins = victories(strength, options, switches.victory);
  return RULES[switches.election](wins, strength, options);
}

/** Strength of the coalition for option i against option j, at `i × options + j`. */
function coalitions(
  utilities: readonly Float64Array[],
  weights: Float64Array,
  { voting }: Pick<SpatialSwitches, "voting">,
): Float64Array {
  const options = utilities.length;
  const strength = new Float64Array(options * options).fill(LEAST_COALITION);
  const proportional = voting === "proportional";
  for (let i = 0; i < options; i++) {
    const one = utilities[i];
    for (let j = 0; j < i; j++) {
      const other = utilities[j];
      let forward = LEAST_COALITION;
      let against = LEAST_COALITION;
      for (let k = 0; k < weights.length; k++) {
        const gain = one[k] - other[k];
        const v = proportional ? weights[k] * gain : vote(voting, weights[k], gain);
        // ½(|v| + v) is v or 0 to the last bit, without a branch to be guessed wrong
        const size = Math.abs(v);
        forward += 0.5 * (size + v);
        against += 0.5 * (size - v);
      }
      strength[i * options + j] = forward;
      strength[j * options + i] = against;
    }
  }
  return strength;
}

/** Probability that option i beats option j, at `i × options + j`; ½ on the diagonal. */
function victories(strength: Float64Array, options: number, rule: VictoryRule): Float64Array {
  const wins = new Float64Array(options * options).fill(0.5);
  for (let i = 0; i < options; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = chances(rule, strength[i * options + j], strength[j * options + i]);
      wins[i * options + j] = x / (x + y);
      wins[j * options + i] = y / (x + y);
    }
  }
  return wins;
}

/** Two coalitions' chances; each is to be divided by their sum. */
function chances(rule: VictoryRule, a: number, b: number): readonly [number, number] {
  switch (rule) {
    case "linear":
      return [a, b];
    case "square":
      return [a * a, b * b];
    case "quartic":
      return [a * a * (a * a), b * b * (b * b)];
    case "octic": {
      const x = a * a * (a * a);
      const y = b * b * (b * b);
      return [x * x, y * y];
    }
    case "binary": {
      // a tenth more is enough to be sure of winning; in between, in proportion
      if (a >= 1.1 * b) return [1, 1e-6];
      if (b >= 1.1 * a) return [1e-6, 1];
      const x = ((a / (a + b)) * (1.1 + 1) - 1) / (1.1 - 1);
      return [x, 1 - x];
    }
  }
}

type Rule = (wins: Float64Array, strength: Float64Array, options: number) => Float64Array;

/** In proportion to the probability of beating every other option in a row. */
const conditional: Rule = (wins, _, options) => {
  const beatsAll = new Float64Array(options);
  let total = 0;
  for (let i = 0; i < options; i++) {
    let product = 1;
    for (let j = 0; j < options; j++) product *= wins[i * options + j];
    beatsAll[i] = product;
    total += product;
  }
  return beatsAll.map((product) => product / total);
};

/** The limit of a contest between the reigning option and one drawn at random. */
const markovUniform: Rule = (wins, _, options) =>
  limit(options, 1e-6, (now, i) => {
    let sum = 0;
    for (let j = 0; j < options; j++) sum += wins[i * options + j] * (now[i] + now[j]);
    return sum / options;
  });

/** As above, the challenger drawn by how strong and how likely to win it is against the reigning option. */
const markovIncentive: Rule = (wins, strength, options) => {
  const incentive = strength.map((c, at) => c * wins[at]);
  for (let i = 0; i < options; i++) incentive[i * options + i] += 1e-10;
  for (let j = 0; j < options; j++) {
    let total = 0;
    for (let i = 0; i < options; i++) total += incentive[i * options + j];
    for (let i = 0; i < options; i++) incentive[i * options + j] /= total;
  }
  return limit(options, 1e-8, (now, i) => {
    let sum = 0;
    for (let j = 0; j < options; j++) {
      const challenged = now[i] * incentive[j * options + i] + now[j] * incentive[i * options + j];
      sum += wins[i * options + j] * challenged;
    }
    return sum;
  });
};

/** Half-steps from equal probabilities until a full step changes none by more than the tolerance. */
function limit(
  options: number,
  tolerance: number,
  next: (now: Float64Array, option: number) => number,
): Float64Array {
  let now = new Float64Array(options).fill(1 / options);
  for (let step = 0; step < MOST_STEPS; step++) {
    const then = now.map((_, i) => next(now, i));
    let change = 0;
    for (let i = 0; i < options; i++) change = Math.max(change, Math.abs(then[i] - now[i]));
    now = now.map((p, i) => (p + then[i]) / 2);
    if (change <= tolerance) return now;
  }
  throw new TawazunError(
    "bargain/convergence",
    `The Markov election over ${options} options has not settled after ${MOST_STEPS} steps; use the conditional one.`,
  );
}

const RULES: { readonly [rule in ElectionRule]: Rule } = {
  conditional,
  "markov-incentive": markovIncentive,
  "markov-uniform": markovUniform,
};
