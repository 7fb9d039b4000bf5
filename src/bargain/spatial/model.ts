import type { Random } from "../../base/index.ts";
import type { BargainingModel, Challenge, Move, Settlement } from "../model.ts";
import { type Bargainer, type BargainingProblem, checkProblem } from "../problem.ts";
import { pullsOf, weight } from "../pulls.ts";
import { playSpatial, type SpatialRun, type SpatialState } from "./play.ts";
import type { SpatialProblem } from "./setting.ts";
import { spatialStanding } from "./standing.ts";
import { type SpatialSwitches, spatialDefaults } from "./switches.ts";
import type { Turn } from "./turn.ts";

/**
 * The spatial model of politics (KTAB's SMP) with its switches: everyone challenges whom it gains most by
 * challenging, both sides see where they would meet, all vote on each actor's bargains, all move at once.
 * The settlement is the mean of final positions by capability × salience.
 *
 * @param switches those that differ from KTAB's defaults.
 * @remarks Actors without capability or salience take no part. KTAB names no settlement; of the means and
 * likeliest positions tried on settled issues this one errs least (`docs/why/bargaining.md`).
 * @see Wise, Lester & Efird 2015; Efird, Lester & Wise 2016.
 */
export function spatialModelWith(switches: Partial<SpatialSwitches>): BargainingModel {
  const all = { ...spatialDefaults, ...switches };
  return {
    id: "spatial-model",
    name: "Spatial model of politics",
    sources: [{ ref: "wise2015" }, { ref: "efird2016" }],
    formula:
      "Σ c s x / Σ c s at the end of all rounds; i challenges j for Δ − 2 s (1 − P) Δ, Δ = U(i) − U(j) for i, P its chance to win, s how much j cares; x position, c capability",
    assumes: [
      "Everyone sees every position and capability, and guesses at risk attitudes.",
      "Third parties join the side whose victory they like better.",
      "A bargain is taken if it would win a vote by capability among an actor's bargains.",
    ],
    chance: all.choice === "drawn",
    settle(problem, random) {
      checkProblem(problem);
      const parties = problem.actors.filter((actor) => weight(actor) > 0);
      return settle(problem, parties, all, random);
    },
  };
}

/** The spatial model of politics with KTAB's defaults. */
export const spatialModel: BargainingModel = spatialModelWith({});

function settle(
  problem: BargainingProblem,
  parties: readonly Bargainer[],
  switches: SpatialSwitches,
  random: Random,
): Settlement {
  const [low, high] = problem.range;
  const scaled: SpatialProblem = {
    actors: parties.map(({ id, capability, salience, position }) => ({
      id,
      capability,
      salience: [salience],
      position: [(position - low) / (high - low)],
    })),
  };
  const run = playSpatial(scaled, { switches, uniform: () => random.uniform() });
  const last = run.states[run.states.length - 1];
  const scale = (x: number): number => Math.min(high, Math.max(low, low + x * (high - low)));
  // whoever takes no part stays where it is
  const inOrder = ({ positions }: SpatialState): number[] =>
    problem.actors.map((actor) => {
      const i = parties.indexOf(actor);
      return i < 0 ? actor.position : scale(positions[i][0]);
    });
  const standing = spatialStanding(scaled, last, { switches });
  return {
    position: scale(mean(parties, last)),
    account: {
      summary:
        run.stopped === "quiet"
          ? `Positions came to rest after ${run.turns.length} turns.`
          : `Positions had not come to rest after ${run.turns.length} turns.`,
      pulls: pullsOf(problem.actors, inOrder(last)),
      rounds: run.turns.map((turn, t) => ({
        challenges: challengesOf(parties, run, t, turn, scale),
        positions: inOrder(run.states[t + 1]),
        outcome: scale(mean(parties, run.states[t + 1])),
      })),
      figures: {
        "mean by chance of prevailing": scale(
          standing.distinct.reduce((sum, i) => sum + standing.probability[i] * last.positions[i][0], 0),
        ),
        turns: run.turns.length,
      },
    },
  };
}

function mean(parties: readonly Bargainer[], { positions }: SpatialState): number {
  let sum = 0;
  let total = 0;
  parties.forEach((actor, i) => {
    sum += weight(actor) * positions[i][0];
    total += weight(actor);
  });
  return sum / total;
}

function challengesOf(
  parties: readonly Bargainer[],
  run: SpatialRun,
  t: number,
  { challenges, taken }: Turn,
  scale: (x: number) => number,
): Challenge[] {
  const before = run.states[t].positions;
  const after = run.states[t + 1].positions;
  return challenges.map(({ by, of, gain, gainOf }) => {
    const moves: Move[] = [];
    for (const k of [by, of]) {
      const { statusQuo, by: i, of: j } = taken[k];
      if (statusQuo || i !== by || j !== of) continue;
      moves.push({ actor: parties[k].id, from: scale(before[k][0]), to: scale(after[k][0]) });
    }
    return {
      by: parties[by].id,
      of: parties[of].id,
      kind: "challenge",
      expected: { by: gain, of: gainOf },
      moves,
    };
  });
}
