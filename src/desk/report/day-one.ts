import { drawOf, initialState, inputsOf, RUNS_PER_DRAW, sharesOf } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { drawsOf } from "./over-runs.ts";

/** Shares of power on the first day in each draw of inputs that was played, by place among movers and groups. */
export interface DayOne {
  share(mover: number): readonly number[];
  groupShare(group: number): readonly number[];
}

const MOST_DRAWS = 40;

/** Shares on the first day, draw by draw: what the futures begin with. */
export function dayOne(study: Study): DayOne {
  const { world } = study.stage;
  const groups = world.groupIds.length;
  const drawn = Array.from({ length: Math.min(MOST_DRAWS, drawsOf(study)) }, (_, d) => {
    const inputs = inputsOf(world, drawOf(study.size.seed, d * RUNS_PER_DRAW));
    const power = new Float64Array(world.actors.length);
    sharesOf(world, inputs).overall(initialState(world, inputs), power);
    return power;
  });
  return {
    share: (mover) =>
      drawn.map((power) => world.led[world.movers[mover]].reduce((sum, a) => sum + power[a], 0)),
    groupShare: (group) =>
      drawn.map((power) =>
        power.reduce((sum, share, a) => sum + share * world.belongs[a * groups + group], 0),
      ),
  };
}
