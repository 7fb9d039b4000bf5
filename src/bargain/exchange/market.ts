import { TawazunError } from "../../base/index.ts";
import { type BargainingProblem, checkProblem } from "../problem.ts";
import { weight } from "../pulls.ts";

/**
 * Several issues on which the same actors can exchange positions, as flat arrays: the entry of actor a
 * on issue d stands at `d × actors.length + a`.
 */
export interface Market {
  readonly issues: readonly string[];
  /** In the order in which the problems name them. */
  readonly actors: readonly string[];
  /** Whether the actor has a stake in the issue. */
  readonly present: Uint8Array;
  /** On 0…100; 0 where there is no stake. */
  readonly position: Float64Array;
  readonly salience: Float64Array;
  /** Capability × salience; 0 where there is no stake. */
  readonly weight: Float64Array;
  /** The sum of weights on each issue. */
  readonly total: Float64Array;
}

/**
 * The market that several problems make together. Who has no weight on an issue has no stake in it here.
 *
 * @throws {TawazunError} `bargain/…` as `checkProblem`; `bargain/issue` if two problems share a name or one
 * has none.
 */
export function marketOf(problems: readonly BargainingProblem[]): Market {
  problems.forEach(checkProblem);
  const issues = problems.map(({ issue }) => issue ?? "");
  if (new Set(issues).size !== issues.length || (issues.length > 1 && issues.includes(""))) {
    throw new TawazunError(
      "bargain/issue",
      `The issues are named ${issues.map((id) => `"${id}"`).join(", ")}; each needs a name of its own.`,
    );
  }
  const actors = [...new Set(problems.flatMap((problem) => problem.actors.map((actor) => actor.id)))];
  const place = new Map(actors.map((id, a) => [id, a]));
  const size = issues.length * actors.length;
  const market = {
    issues,
    actors,
    present: new Uint8Array(size),
    position: new Float64Array(size),
    salience: new Float64Array(size),
    weight: new Float64Array(size),
    total: new Float64Array(issues.length),
  };
  problems.forEach((problem, d) => {
    const [low, high] = problem.range;
    for (const actor of problem.actors) {
      if (weight(actor) === 0) continue;
      const at = d * actors.length + place.get(actor.id)!;
      market.present[at] = 1;
      market.position[at] = ((actor.position - low) / (high - low)) * 100;
      market.salience[at] = actor.salience;
      market.weight[at] = weight(actor);
    }
    for (let a = 0; a < actors.length; a++) market.total[d] += market.weight[d * actors.length + a];
  });
  return market;
}

/** The outcome of an issue: the mean of positions by weight. */
export function outcomeOf(market: Market, issue: number, position: Float64Array = market.position): number {
  const n = market.actors.length;
  let sum = 0;
  for (let at = issue * n; at < issue * n + n; at++) sum += market.weight[at] * position[at];
  return sum / market.total[issue];
}
