import { compromiseMean, plainMean, weightedMedian } from "../../bargain/index.ts";
import { seeded } from "../../base/index.ts";
import { drawOf, firstScene, initialState, inputsOf, RUNS_PER_DRAW, sharesOf } from "../../simulate/index.ts";
import { problemAt } from "../issue-problem.ts";
import type { Study } from "../study.ts";
import { drawsFor, ninety, type Spread } from "./power-today.ts";

/** One issue, and where bargaining over it would end. */
export interface Settled {
  /** Place among the case's issues. */
  readonly issue: number;
  readonly statusQuo: number;
  /** Everybody's position by power × salience. */
  readonly mean: Spread;
  readonly median: Spread;
  /** Every position once: what the mean is without power and salience. */
  readonly plain: number;
  /** Standard deviation of positions, weighted by power × salience: 0 if all agree, 50 if two halves stand at the ends. */
  readonly apart: number;
  /** Who bargains over it, those who weigh most first: places in the world. */
  readonly actors: readonly number[];
  /** In the order of `actors`; sums to 1. */
  readonly weights: readonly number[];
}

/** All issues over which anybody with power bargains, in the order of the case. */
export function settlementsOf(study: Study): readonly Settled[] {
  const { world } = study.stage;
  const random = seeded("settlements");
  const scene = firstScene(world);
  const drawn = drawnSettlements(study);
  return world.issues.flatMap((_, issue): Settled[] => {
    const problem = problemAt(world, scene.inputs, scene.weight, issue);
    if (problem === undefined) return [];
    const mean = compromiseMean.settle(problem, random).position;
    const median = weightedMedian.settle(problem, random).position;
    const total = problem.actors.reduce((sum, actor) => sum + actor.capability * actor.salience, 0);
    const ranked = problem.actors
      .map((actor) => ({ ...actor, weight: (actor.capability * actor.salience) / total }))
      .sort((a, b) => b.weight - a.weight);
    const variance = ranked.reduce((sum, a) => sum + a.weight * (a.position - mean) * (a.position - mean), 0);
    return [
      {
        issue,
        statusQuo: scene.inputs.statusQuo[issue],
        mean: spread(mean, drawn[issue].means),
        median: spread(median, drawn[issue].medians),
        plain: plainMean.settle(problem, random).position,
        apart: Math.sqrt(variance),
        actors: ranked.flatMap(({ id }) => world.actorIndex.get(id) ?? []),
        weights: ranked.map((actor) => actor.weight),
      },
    ];
  });
}

function spread(value: number, drawn: readonly number[]): Spread {
  if (drawn.length === 0) return { value, low: value, high: value };
  const { low, high } = ninety(drawn);
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Settlements over draws of all uncertain inputs: powers, positions and saliences together. */
function drawnSettlements(study: Study): readonly { readonly means: number[]; readonly medians: number[] }[] {
  const { world } = study.stage;
  const n = world.actors.length;
  const random = seeded("settlements");
  const found = world.issues.map(() => ({ means: [] as number[], medians: [] as number[] }));
  const power = new Float64Array(n);
  for (let d = 0; d < drawsFor(n); d++) {
    const inputs = inputsOf(world, drawOf(study.size.seed, d * RUNS_PER_DRAW));
    sharesOf(world, inputs).overall(initialState(world, inputs), power);
    const weight = new Float64Array(n);
    power.forEach((share, a) => {
      weight[world.decider[a]] += share;
    });
    found.forEach(({ means, medians }, issue) => {
      const problem = problemAt(world, inputs, weight, issue);
      if (problem === undefined) return;
      means.push(compromiseMean.settle(problem, random).position);
      medians.push(weightedMedian.settle(problem, random).position);
    });
  }
  return found;
}
