import { medians } from "./medians.ts";
import { rememberedPower } from "./power.ts";
import type { ExpectedUtilitySwitches } from "./switches.ts";
import { type Power, riskExponents, utilitiesWith } from "./utilities.ts";

/** Who bargains, as flat arrays. */
export interface Parties {
  readonly weight: Float64Array;
  readonly salience: Float64Array;
}

/** What everyone expects of challenging everyone, in one round. */
export interface Outlook {
  /** What i expects of challenging j, as i sees it, at `i × n + j`. */
  readonly own: Float64Array;
  /** What j expects of challenging i, as i sees it or as the reading has i see it, at `i × n + j`. */
  readonly theirs: Float64Array;
  /** Probability that i beats j, at `i × n + j`. */
  readonly victory: Float64Array;
  /** Risk exponents, ½…2. */
  readonly risk: Float64Array;
  /** What all others together expect of challenging each. */
  readonly danger: Float64Array;
}

/** The outlook from positions, with distances in parts of `range`. */
export function outlookOf(
  positions: Float64Array,
  parties: Parties,
  range: number,
  switches: ExpectedUtilitySwitches,
): Outlook {
  const n = positions.length;
  const neutral = new Float64Array(n).fill(1);
  const power = rememberedPower();
  const expectation = expectationIn(positions, parties, range, switches, power);
  const before = victories(positions, parties, range, neutral, switches, power);
  const danger = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (j !== i) danger[i] += expectation(before, j, i, j, 1);
  }
  const risk = riskExponents(danger, switches.evenRisk, switches.least);
  const victory = victories(positions, parties, range, risk, switches, power);
  const own = new Float64Array(n * n);
  const theirs = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      own[i * n + j] = expectation(victory, i, j, i, risk[i]);
      theirs[i * n + j] =
        switches.risk === "mixed"
          ? expectation(victory, j, i, i, risk[j], j)
          : expectation(victory, j, i, j, switches.risk === "onlooker" ? risk[i] : risk[j]);
    }
  }
  return { own, theirs, victory, risk, danger };
}

/** What a challenger expects of challenging another, given probabilities of victory. */
type Expectation = (
  victory: Float64Array,
  challenger: number,
  challenged: number,
  from: number,
  risk: number,
  resists?: number,
) => number;

/**
 * Expected utility: with the salience of who is challenged it comes to a contest, else the challenger has
 * its way; less what would come without a challenge.
 *
 * `from` is the actor from whose place the distance to the median is taken; `resists` whose salience says
 * how likely there is a contest, if not that of the challenged.
 */
function expectationIn(
  positions: Float64Array,
  { weight, salience }: Parties,
  range: number,
  { quiet, median }: ExpectedUtilitySwitches,
  power: Power,
): Expectation {
  const { success, failure, unchanged, better, worse } = utilitiesWith(power);
  const n = positions.length;
  const middle = medians[median](positions, weight);
  return (victory, challenger, challenged, from, risk, resists = challenged) => {
    const gap = Math.abs(positions[challenger] - positions[challenged]);
    const p = victory[challenger * n + challenged];
    const s = salience[resists];
    const won = success(gap / range, risk);
    const challenge = s * (p * won + (1 - p) * failure(gap / range, risk)) + (1 - s) * won;
    if (quiet === 1) return challenge - unchanged(risk);
    const away = Math.abs(positions[from] - middle);
    const b = (away + gap) / range;
    // without a challenge the outcome drifts toward the median: for the better, if that is the nearer one
    const drift = away < gap ? better(b, risk) : worse(b, risk);
    return challenge - quiet * unchanged(risk) - (1 - quiet) * drift;
  };
}

/** Probabilities of victory of i over j at `i × n + j`. */
function victories(
  positions: Float64Array,
  { weight }: Parties,
  range: number,
  risk: Float64Array,
  switches: ExpectedUtilitySwitches,
  power: Power,
): Float64Array {
  return switches.victory === "pooled"
    ? pooledVictories(positions, weight, range, risk, power)
    : pairwiseVictories(positions, weight, switches);
}

function pairwiseVictories(
  positions: Float64Array,
  weight: Float64Array,
  { indifferent, least, risk, victory: rule }: ExpectedUtilitySwitches,
): Float64Array {
  const n = positions.length;
  const victory = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const gap = Math.abs(positions[i] - positions[j]);
      if (risk === "mixed" ? gap < least : gap === 0 && indifferent === 0) continue;
      let forI = 0;
      let all = 0;
      for (let k = 0; k < n; k++) {
        const votes =
          weight[k] * (Math.abs(positions[k] - positions[j]) - Math.abs(positions[k] - positions[i]));
        if (votes > 0 || rule === "lead") forI += votes;
        all += Math.abs(votes);
      }
      victory[i * n + j] = all > 0 ? Math.max(0, forI) / all : indifferent;
    }
  }
  return victory;
}

/**
 * As in Scholz's own program: the votes for i against j as a share of all votes on all ordered pairs.
 * Distances are raised to each voter's risk exponent.
 */
function pooledVictories(
  positions: Float64Array,
  weight: Float64Array,
  range: number,
  risk: Float64Array,
  power: Power,
): Float64Array {
  const n = positions.length;
  const felt = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      felt[k * n + i] = power(Math.abs(positions[k] - positions[i]) / range, risk[k]);
    }
  }
  const victory = new Float64Array(n * n);
  let all = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) {
        const votes = weight[k] * (felt[k * n + j] - felt[k * n + i]);
        if (votes > 0) victory[i * n + j] += votes;
        all += Math.abs(votes);
      }
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      victory[i * n + j] = positions[i] === positions[j] || all === 0 ? 0 : victory[i * n + j] / all;
    }
  }
  return victory;
}
