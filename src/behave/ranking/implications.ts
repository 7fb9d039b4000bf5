import type { Asking } from "./candidates.ts";
import { type Clock, learned } from "./learned.ts";
import type { Memory } from "./memory.ts";

/** What each type of earlier act between two says for the type asked, by its age. */
export interface Implications {
  /** In log odds, over all acts of a pair; by averaged weights, or by the latest. */
  sum(pair: number, asking: Asking, by: "mean" | "weight"): number;
  learn(pair: number, asking: Asking, push: number): void;
  reasons(pair: number, asking: Asking): readonly (readonly [string, number])[];
  /** Brings the averages up to what was learned. */
  settle(): void;
}

/** Upper ends of the ages told apart, in days. */
const AGES = [2, 10, 45] as const;
const SPANS = AGES.length + 1;
const LEARNING = { rate: 0.01, shrink: 0, atFirst: 1e-2 } as const;

const spanOf = (age: number): number => (age <= AGES[0] ? 0 : age <= AGES[1] ? 1 : age <= AGES[2] ? 2 : 3);

/** @param types counted both ways. */
export function implications(
  { acts, actType, pairActs }: Memory,
  types: number,
  time: Clock,
  nameOf: (r: number) => string,
): Implications {
  const held = learned(types * types * SPANS, time, LEARNING);
  const cell = (act: number, { r, day }: Asking): number =>
    (r * types + actType[act]) * SPANS + spanOf(day - acts.last(act));
  return {
    settle: held.settle,
    sum(pair, asking, by) {
      const weight = held[by];
      let sum = 0;
      for (let act = pairActs.first(pair); act >= 0; act = pairActs.next(act))
        sum += weight[cell(act, asking)];
      return sum;
    },
    learn(pair, asking, push) {
      for (let act = pairActs.first(pair); act >= 0; act = pairActs.next(act))
        held.nudge(cell(act, asking), push);
    },
    reasons(pair, asking) {
      const stated: (readonly [string, number])[] = [];
      for (let act = pairActs.first(pair); act >= 0; act = pairActs.next(act)) {
        const span = spanOf(asking.day - acts.last(act));
        const ago = span < AGES.length ? `up to ${AGES[span]} days ago` : "longer ago";
        stated.push([`${nameOf(actType[act])}, ${ago}`, held.mean[cell(act, asking)]]);
      }
      return stated;
    },
  };
}
