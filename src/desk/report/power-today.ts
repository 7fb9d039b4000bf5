import { drawOf, firstScene, initialState, inputsOf, RUNS_PER_DRAW, sharesOf } from "../../simulate/index.ts";
import type { Study } from "../study.ts";

/** A number at the most likely inputs, and between which values 90% of the draws of uncertain inputs put it. */
export interface Spread {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Who holds which share of power on the first day. */
export interface PowerToday {
  /** Share in all arenas of each actor with all that it leads, by place in the world; 0 for who is led. */
  readonly overall: readonly Spread[];
  /** The same arena by arena, at the most likely inputs: arena × actor. */
  readonly byArena: readonly (readonly number[])[];
  /** Share of each group, by place among the case's groups. */
  readonly groups: readonly Spread[];
  /** Actors with a share of their own, the largest first. */
  readonly ranked: readonly number[];
  readonly draws: number;
}

/** Drawn this often; for very large cases less often, as each draw is of the whole case. */
export function drawsFor(actors: number): number {
  return actors <= 300 ? 100 : 10;
}

/** The 5th and the 95th percentile. */
export function ninety(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { low: at(0.05), high: at(0.95) };
}

/**
 * Shares of power on the first day, with their spread over the same draws of inputs as the runs'.
 *
 * @param draws of the uncertain inputs; 0 where nobody asks for the spread.
 * @remarks An assembly's share is the Shapley–Shubik index, a cabinet's the value of posts held, any other
 * arena's the part of its deciding resource; see `sharesOf`.
 */
export function powerToday(study: Study, draws = drawsFor(study.stage.world.actors.length)): PowerToday {
  const { world } = study.stage;
  const n = world.actors.length;
  const groups = world.groupIds.length;
  const scene = firstScene(world);
  const overall: number[][] = Array.from({ length: n }, () => []);
  const byGroup: number[][] = Array.from({ length: groups }, () => []);
  const power = new Float64Array(n);
  for (let d = 0; d < draws; d++) {
    const inputs = inputsOf(world, drawOf(study.size.seed, d * RUNS_PER_DRAW));
    sharesOf(world, inputs).overall(initialState(world, inputs), power);
    byDecider(power, world.decider).forEach((share, a) => {
      overall[a].push(share);
    });
    for (let g = 0; g < groups; g++) byGroup[g].push(ofGroup(power, world.belongs, g, groups));
  }
  const spread = (value: number, drawn: readonly number[]): Spread => {
    if (drawn.length === 0) return { value, low: value, high: value };
    const { low, high } = ninety(drawn);
    return { value, low: Math.min(low, value), high: Math.max(high, value) };
  };
  const all = Array.from(scene.weight, (share, a) => spread(share, overall[a]));
  return {
    overall: all,
    byArena: world.arenas.map((_, k) =>
      byDecider(scene.arenaShare.subarray(k * n, (k + 1) * n), world.decider),
    ),
    groups: byGroup.map((drawn, g) => spread(ofGroup(scene.power, world.belongs, g, groups), drawn)),
    ranked: all
      .map((_, a) => a)
      .filter((a) => all[a].value > 0)
      .sort((a, b) => all[b].value - all[a].value || a - b),
    draws,
  };
}

function byDecider(shares: Float64Array, decider: Int32Array): number[] {
  const sums = Array.from(shares, () => 0);
  shares.forEach((share, a) => {
    sums[decider[a]] += share;
  });
  return sums;
}

function ofGroup(shares: Float64Array, belongs: Float64Array, group: number, groups: number): number {
  let sum = 0;
  shares.forEach((share, a) => {
    sum += share * belongs[a * groups + group];
  });
  return sum;
}
