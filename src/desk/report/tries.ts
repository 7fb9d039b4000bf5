import { moveKinds } from "../../simulate/index.ts";
import type { Study } from "../study.ts";

/** How often each kind of move was tried, and came off, in some futures played again. */
export interface Tries {
  readonly runs: number;
  /** By place in the catalogue of moves. */
  readonly tried: readonly number[];
  readonly succeeded: readonly number[];
}

/** Futures that are played again to count tries: enough for a rate, few enough to cost a second or two. */
const REPLAYED = 20;

/** Counts tries in futures spread evenly over the draws of inputs: the observations keep only what came off. */
export function triesOf(study: Study): Tries {
  const runs = study.near.to - study.near.from;
  const count = Math.min(REPLAYED, runs);
  const tried = new Array<number>(moveKinds.length).fill(0);
  const succeeded = new Array<number>(moveKinds.length).fill(0);
  for (let k = 0; k < count; k++) {
    const run = study.near.from + Math.floor((k * runs) / count);
    study.stage.play(study.scenario, run, run + 1, (_, { move }) => {
      move.kind.forEach((kind, e) => {
        tried[kind] += 1;
        if (move.success[e]) succeeded[kind] += 1;
      });
    });
  }
  return { runs: count, tried, succeeded };
}
