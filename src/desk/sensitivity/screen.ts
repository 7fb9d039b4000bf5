import { seeded } from "../../base/index.ts";
import { type GivenDataIndex, givenDataIndices, type Observations } from "../../forecast/index.ts";
import { drawOf, inputsOf, RUNS_PER_DRAW, type World } from "../../simulate/index.ts";

/** What the uncertain inputs have to do with one answer, from runs of many draws. */
export interface Screened {
  readonly probability: number;
  /** Standard deviation of the answer between draws, chance in it. */
  readonly spread: number;
  /** Part of that variance that is luck: the few runs of each draw. */
  readonly chance: number;
  readonly draws: number;
  /** The greatest first. */
  readonly indices: readonly GivenDataIndex[];
}

/**
 * First-order indices of every uncertain input for one yes-or-no answer, from runs that are there.
 *
 * @param answers 0 or 1 by run, in pieces that lie inside draws.
 */
export function screen(
  world: World,
  seed: string,
  parts: readonly Observations[],
  answers: (part: Observations, row: number) => number,
  drawn: ReadonlyMap<number, ReadonlyMap<string, number>> = drawnOf(world, seed, parts),
): Screened {
  const yes = new Map<number, { sum: number; runs: number }>();
  for (const part of parts) {
    for (let run = part.from; run < part.to; run++) {
      const draw = Math.floor(run / RUNS_PER_DRAW);
      const known = yes.get(draw) ?? { sum: 0, runs: 0 };
      known.sum += answers(part, run - part.from);
      known.runs += 1;
      yes.set(draw, known);
    }
  }
  const draws = [...yes.keys()];
  const rates = draws.map((draw) => (yes.get(draw)?.sum ?? 0) / Math.max(1, yes.get(draw)?.runs ?? 1));
  const each = Math.max(1, ...[...yes.values()].map(({ runs }) => runs));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length);
  const variance =
    rates.reduce((sum, rate) => sum + (rate - mean) * (rate - mean), 0) / Math.max(1, rates.length - 1);
  const inputs = inputsBy(drawn, draws);
  return {
    probability: mean,
    spread: Math.sqrt(variance),
    chance: variance === 0 ? 0 : Math.min(1, (mean * (1 - mean)) / each / variance),
    draws: draws.length,
    indices: givenDataIndices(inputs, rates, seeded(seed).fork("sensitivity")),
  };
}

const known = new WeakMap<object, ReadonlyMap<string, readonly number[]>>();

/** By input, its values in each of the draws; made once for all the questions of a study. */
function inputsBy(
  drawn: ReadonlyMap<number, ReadonlyMap<string, number>>,
  draws: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const made = known.get(drawn);
  if (made !== undefined) return made;
  const names = [...(drawn.get(draws[0]) ?? new Map<string, number>()).keys()];
  const inputs = new Map(names.map((name) => [name, draws.map((draw) => drawn.get(draw)?.get(name) ?? 0)]));
  known.set(drawn, inputs);
  return inputs;
}

/** The values of the uncertain inputs in each draw of some runs. */
export function drawnOf(
  world: World,
  seed: string,
  parts: readonly Observations[],
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const drawn = new Map<number, ReadonlyMap<string, number>>();
  for (const { from, to } of parts) {
    for (let draw = Math.floor(from / RUNS_PER_DRAW); draw * RUNS_PER_DRAW < to; draw++) {
      if (!drawn.has(draw)) drawn.set(draw, inputsOf(world, drawOf(seed, draw * RUNS_PER_DRAW)).drawn);
    }
  }
  return drawn;
}
