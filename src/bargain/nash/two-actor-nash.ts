import { TawazunError } from "../../base/index.ts";

/** Places to climb from. */
const CLIMBS = 8;

/** One of two who bargain over where each will stand, or else fight. */
export interface NashSide {
  /** One coordinate a dimension, 0…1. */
  readonly position: readonly number[];
  /** One a dimension, ≥ 0, not all 0. */
  readonly salience: readonly number[];
  /** From −1, risk seeking, to 1, risk averse. */
  readonly risk: number;
}

/** The bargain that two sides strike. */
export interface TwoActorBargain {
  /** Where the first and the second side stand after it. */
  readonly positions: readonly [readonly number[], readonly number[]];
  /** What each gains over a fight, in utility. */
  readonly gains: readonly [number, number];
  /** 100 × the product of gains, if both gain; below 0 if there is no bargain that is better than a fight. */
  readonly product: number;
  readonly agreed: boolean;
}

/**
 * Nash bargaining between two sides who would otherwise fight: the two positions that maximise the product
 * of both sides' gains over the lottery in which the winner's position is imposed on the loser.
 *
 * A side's utility of a pair of positions is the sum of both positions' utilities (1 − d)(1 + dR), d the
 * distance to its own by its saliences, R its risk attitude; a fight is worth
 * p × 2u(own) + (1 − p) × 2u(other's) to it.
 *
 * @param options.probability that the first side wins a fight, 0…1.
 * @throws {TawazunError} `bargain/dimensions`, `bargain/position`, `bargain/salience`, `bargain/risk`,
 * `bargain/probability`.
 * @remarks Where both sides lose by every bargain, or one does, the one is shown that comes nearest: the
 * objective is the sum of two losses, else the smaller gain. Compass search, to steps of 1e-9, from the
 * eight best of the meeting points on a grid of eighths of the way.
 * @see Nash 1950; the objective is that of KTAB's two-actor demonstration (Wise, Lester & Efird 2015).
 * @example Two alike meet halfway.
 * ```ts
 * import { twoActorNash } from "tawazun/bargain";
 * const side = (x: number) => ({ position: [x], salience: [1], risk: 0.5 });
 * const { positions } = twoActorNash([side(0.2), side(0.6)], { probability: 0.5 });
 * positions.map(([x]) => Math.round(x * 1e6) / 1e6); //=> [0.4, 0.4]
 * ```
 */
export function twoActorNash(
  sides: readonly [NashSide, NashSide],
  options: { readonly probability: number },
): TwoActorBargain {
  check(sides, options.probability);
  const [first, second] = sides;
  const d = first.position.length;
  const fight = [
    fightValue(first, second, options.probability),
    fightValue(second, first, 1 - options.probability),
  ] as const;
  const objective = (at: readonly number[]): number => {
    const a = gain(first, at, d) - fight[0];
    const b = gain(second, at, d) - fight[1];
    return nash(a, b);
  };
  let best = [...first.position, ...second.position];
  let most = Number.NEGATIVE_INFINITY;
  const from = starts(first, second).map((at) => ({ at, value: objective(at) }));
  from.sort((a, b) => b.value - a.value);
  for (const { at } of from.slice(0, CLIMBS)) {
    const found = climb(at, objective);
    if (found.value > most + 1e-13) {
      most = found.value;
      best = found.at;
    }
  }
  const gains = [gain(first, best, d) - fight[0], gain(second, best, d) - fight[1]] as const;
  return {
    positions: [best.slice(0, d), best.slice(d)],
    gains,
    product: 100 * most,
    agreed: gains[0] > 0 && gains[1] > 0,
  };
}

/** The objective at a given pair of positions, times 100. */
export function nashProduct(
  sides: readonly [NashSide, NashSide],
  options: { readonly probability: number },
  positions: readonly [readonly number[], readonly number[]],
): number {
  check(sides, options.probability);
  const [first, second] = sides;
  const at = positions.flat();
  const d = first.position.length;
  const a = gain(first, at, d) - fightValue(first, second, options.probability);
  const b = gain(second, at, d) - fightValue(second, first, 1 - options.probability);
  return 100 * nash(a, b);
}

function nash(a: number, b: number): number {
  if (a > 0 && b > 0) return a * b;
  return a < 0 && b < 0 ? a + b : Math.min(a, b);
}

/** Utility of a point, d coordinates from `from` on. */
function utility({ position, salience, risk }: NashSide, at: readonly number[], from: number): number {
  let squares = 0;
  let weights = 0;
  for (let k = 0; k < position.length; k++) {
    const step = (position[k] - at[from + k]) * salience[k];
    squares += step * step;
    weights += salience[k] * salience[k];
  }
  const distance = Math.sqrt(squares / weights);
  return distance <= 1 ? (1 - distance) * (1 + distance * risk) : (1 - distance) * (1 + risk);
}

function gain(side: NashSide, at: readonly number[], d: number): number {
  return utility(side, at, 0) + utility(side, at, d);
}

function fightValue(side: NashSide, other: NashSide, chance: number): number {
  return chance * 2 * utility(side, side.position, 0) + (1 - chance) * 2 * utility(side, other.position, 0);
}

/** Pairs of meeting points on the line between the two, in eighths of the way. */
function starts(first: NashSide, second: NashSide): number[][] {
  const between = (t: number): number[] => first.position.map((x, k) => x + t * (second.position[k] - x));
  const eighths = Array.from({ length: 9 }, (_, k) => k / 8);
  return eighths.flatMap((s) => eighths.map((t) => [...between(s), ...between(t)]));
}

/** Compass search: a step along any axis that improves, else half the step. */
function climb(
  start: readonly number[],
  objective: (at: readonly number[]) => number,
): { at: number[]; value: number } {
  const at = [...start];
  let value = objective(at);
  let step = 1 / 16;
  while (step > 1e-9) {
    let improved = false;
    for (let k = 0; k < at.length; k++) {
      const here = at[k];
      for (const there of [Math.max(0, here - step), Math.min(1, here + step)]) {
        at[k] = there;
        const next = objective(at);
        if (next > value) {
          value = next;
          improved = true;
          break;
        }
        at[k] = here;
      }
    }
    if (!improved) step /= 2;
  }
  return { at, value };
}

function check(sides: readonly [NashSide, NashSide], probability: number): void {
  const refuse = (what: string, message: string): never => {
    throw new TawazunError(`bargain/${what}`, message);
  };
  const d = sides[0].position.length;
  if (!(probability >= 0 && probability <= 1)) {
    refuse(
      "probability",
      `The first side's probability of winning is ${probability}; it must be from 0 to 1.`,
    );
  }
  for (const { position, salience, risk } of sides) {
    if (d === 0 || position.length !== d || salience.length !== d) {
      refuse("dimensions", "Both sides need the same number of coordinates and saliences, one at least.");
    }
    if (!position.every((x) => x >= 0 && x <= 1)) {
      refuse("position", `A side stands at (${position.join(", ")}); each part must lie from 0 to 1.`);
    }
    if (!salience.every((s) => s >= 0 && s < Number.POSITIVE_INFINITY) || !salience.some((s) => s > 0)) {
      refuse(
        "salience",
        `A side's saliences are (${salience.join(", ")}); each must be 0 or more, and one above 0.`,
      );
    }
    if (!(risk >= -1 && risk <= 1)) {
      refuse("risk", `A side's risk attitude is ${risk}; it must lie from −1 to 1.`);
    }
  }
}
