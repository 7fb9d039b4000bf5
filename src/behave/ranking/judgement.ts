import { exp } from "../../base/index.ts";
import type { Candidates } from "./candidates.ts";

/** Turns log odds of candidates into odds relative to the best; gives their sum. */
export function oddsOf(scores: Float64Array, count: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c++) if (scores[c] > top) top = scores[c];
  let total = 0;
  for (let c = 0; c < count; c++) {
    scores[c] = exp(scores[c] - top);
    total += scores[c];
  }
  return total;
}

/** How the right answer stands among the candidates, other right answers left out. */
export interface Judgement {
  /** Its number as a candidate; −1 if it is none. */
  readonly at: number;
  /** Sum of odds of those that stand to be chosen, and the highest of them. */
  readonly left: number;
  readonly best: number;
  /** Among all actors; ties count by half, and those who are no candidates share the places left. */
  readonly rank: number;
}

/** @param odds of the candidates, as {@link oddsOf} gives them. */
export function judgement(
  { count, actors: who }: Candidates,
  odds: Float64Array,
  {
    truth,
    right,
    actors,
  }: { readonly truth: number; readonly right: ReadonlySet<number>; readonly actors: number },
): Judgement {
  let at = -1;
  let left = 0;
  let best = 0;
  let among = 0;
  for (let c = 0; c < count; c++) {
    if (who[c] === truth) at = c;
    else if (right.has(who[c])) continue;
    among += 1;
    left += odds[c];
    if (odds[c] > best) best = odds[c];
  }
  if (at < 0) return { at, left, best, rank: among + (actors - (right.size - 1) - among + 1) / 2 };
  let above = 0;
  let level = 0;
  for (let c = 0; c < count; c++) {
    if (c === at || right.has(who[c])) continue;
    if (odds[c] > odds[at]) above += 1;
    else if (odds[c] === odds[at]) level += 1;
  }
  return { at, left, best, rank: above + level / 2 + 1 };
}

/** By how much the odds of each candidate should have been higher: the gradient of the log likelihood. */
export function pushes(
  { count, actors: who }: Candidates,
  odds: Float64Array,
  { at, left }: Judgement,
  right: ReadonlySet<number>,
  into: Float64Array,
): void {
  for (let c = 0; c < count; c++)
    into[c] = c === at ? 1 - odds[c] / left : right.has(who[c]) ? 0 : -odds[c] / left;
}
