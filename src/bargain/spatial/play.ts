import { TawazunError } from "../../base/index.ts";
import { outlookOf } from "./outlook.ts";
import { type Setting, type SpatialProblem, settingOf } from "./setting.ts";
import { type SpatialSwitches, spatialDefaults } from "./switches.ts";
import { type Turn, turn } from "./turn.ts";

const MOST_TURNS = 100;
const LEAST_TURNS = 2;
/** Bargaining stops when a turn moves less than this part of what the first one moved. */
const QUIET = 0.02;

/** Where everyone stands at one time, and what follows from it. */
export interface SpatialState {
  /** Coordinate k of actor i at `[i][k]`, 0…1. */
  readonly positions: readonly (readonly number[])[];
  readonly ideals: readonly (readonly number[])[];
  /** Risk attitudes: positive is risk averse. */
  readonly risk: readonly number[];
}

/** A play of the spatial model: states, and the turns between them. */
export interface SpatialRun {
  readonly states: readonly SpatialState[];
  readonly turns: readonly Turn[];
  readonly stopped: "quiet" | "turns";
}

/**
 * Plays the spatial model of politics until it is quiet, or for 100 turns.
 *
 * @param options.switches those that differ from KTAB's defaults.
 * @param options.uniform numbers from 0 to 1, one an actor and turn; needed if `choice` is "drawn".
 * @returns one state more than there are turns; the first is the problem itself.
 * @throws {TawazunError} `bargain/…` as `settingOf`; `bargain/convergence`; `bargain/chance`.
 * @remarks O(actors³) a turn. Positions equal those of KTAB bit by bit; see `play.test.ts`.
 * @see Wise, Lester & Efird 2015.
 */
export function playSpatial(
  problem: SpatialProblem,
  options: { readonly switches?: Partial<SpatialSwitches>; readonly uniform?: () => number } = {},
): SpatialRun {
  const switches = { ...spatialDefaults, ...options.switches };
  if (switches.choice === "drawn" && options.uniform === undefined) {
    throw new TawazunError(
      "bargain/chance",
      "Bargains are drawn; give `uniform`, a stream of numbers from 0 to 1.",
    );
  }
  const uniform = options.uniform ?? (() => 1);
  const setting = settingOf(problem);
  let positions: Float64Array = Float64Array.from(problem.actors.flatMap((actor) => actor.position));
  let ideals: Float64Array = positions;
  const states: SpatialState[] = [];
  const turns: Turn[] = [];
  let firstStep = 0;
  for (let t = 0; ; t++) {
    const outlook = outlookOf(setting, positions, ideals, switches);
    states.push({
      positions: rows(positions, setting),
      ideals: rows(ideals, setting),
      risk: [...outlook.risk],
    });
    if (t > 0) {
      const step = moved(turns[t - 1].positions, states[t - 1].positions, setting);
      if (t === 1) firstStep = step;
      if (t >= LEAST_TURNS && step / (firstStep + 1e-4) < QUIET) return { states, turns, stopped: "quiet" };
      if (t >= MOST_TURNS) return { states, turns, stopped: "turns" };
    }
    const made = turn({ setting, positions, ideals, outlook, switches }, uniform);
    turns.push(made);
    positions = made.positions;
    ideals = adjusted(problem, setting, ideals, positions);
  }
}

/** Ideal points after a turn. */
function adjusted(
  { adjustment }: SpatialProblem,
  { actors: n, dimensions: d }: Setting,
  ideals: Float64Array,
  positions: Float64Array,
): Float64Array {
  if (adjustment === undefined) return positions;
  return ideals.map((ideal, at) => {
    const row = adjustment[Math.floor(at / d)];
    const k = at % d;
    let pull = 0;
    let whole = 0;
    for (let j = 0; j < n; j++) {
      pull += row[j] * positions[j * d + k];
      whole += row[j];
    }
    return pull + (1 - whole) * ideal;
  });
}

/** The distance that all actors moved together. */
function moved(after: Float64Array, before: SpatialState["positions"], { dimensions: d }: Setting): number {
  let total = 0;
  before.forEach((point, i) => {
    let squares = 0;
    point.forEach((x, k) => {
      const step = after[i * d + k] - x;
      squares += step * step;
    });
    total += Math.sqrt(squares);
  });
  return total;
}

function rows(flat: Float64Array, { actors, dimensions }: Setting): number[][] {
  return Array.from({ length: actors }, (_, i) => [...flat.subarray(i * dimensions, (i + 1) * dimensions)]);
}
