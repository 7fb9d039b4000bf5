import { exp, log } from "../base/index.ts";
import { type History, muchness } from "../behave/index.ts";
import { type Luck, purpose } from "./luck.ts";
import type { Scene } from "./scene.ts";

/** No clock runs faster than so many rings a year: what is asked for beyond is bounded, and the chronicle says so. */
export const MOST_RINGS_A_YEAR = 1000;

/** No run makes more moves than this a year for each mover: a guard against rates that explode. */
export const MOST_MOVES_A_YEAR = 200;

/** An exponential draw of mean 1: the hazard an actor uses up before its next turn. */
export function nextHazard(luck: Luck, run: number, actor: number, decision: number): number {
  luck.at(run, actor, decision, purpose.clock);
  return -log(1 - luck.uniform());
}

/**
 * Moves a day: the actor's pace, quickened by what it did and met lately; slower in hiding or abroad.
 * The statistics are taken from a middling past, so that the pace is what an actor does on the whole.
 */
export function paceOf(scene: Scene, past: History, actor: number): number {
  const { state, inputs, world } = scene;
  const status = state.status[actor];
  if (status > 2) return 0;
  const { behaviour } = inputs;
  const { time } = state;
  const met = past.received(time, actor, -1);
  const home = world.front[actor];
  let other = 0;
  for (let f = 0; f < world.source.fronts.length; f++) {
    if (f !== home) other += past.met(time, actor, f);
  }
  const quickened =
    behaviour["rate/activity"] * (muchness(past.sent(time, actor, 1) + past.sent(time, actor, -1)) - 0.5) +
    behaviour["rate/hostility-met"] * (muchness(met) - 0.25) +
    behaviour["rate/front-coupling"] * (muchness(other) - 0.25);
  return (inputs.pace[actor] / 365.25) * exp(quickened) * (status === 0 ? 1 : 0.5);
}
