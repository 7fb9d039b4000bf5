import type { BargainingProblem } from "../bargain/index.ts";
import { didYouMean, TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import { firstScene, type Inputs, type World, worldOf } from "../simulate/index.ts";

/**
 * An issue as the play settles it: those who decide, by their share of power with all they lead; nothing where nobody
 * with power cares.
 */
export function problemAt(
  world: World,
  inputs: Inputs,
  weight: ArrayLike<number>,
  issue: number,
): BargainingProblem | undefined {
  const m = world.issues.length;
  const actors = world.movers
    .filter((a) => inputs.salience[a * m + issue] > 0)
    .map((a) => ({
      id: world.actors[a].id,
      position: inputs.position[a * m + issue],
      salience: Math.min(1, inputs.salience[a * m + issue]),
      capability: weight[a],
    }));
  if (!actors.some((actor) => actor.capability * actor.salience > 0)) return undefined;
  return { issue: world.issues[issue].id, actors, range: [0, 100], statusQuo: inputs.statusQuo[issue] };
}

/** All issues of a case over which anybody with power bargains on its day, ranges at their mode. */
export function problemsToday(source: Case): readonly BargainingProblem[] {
  const world = worldOf(source);
  const { inputs, weight } = firstScene(world);
  return world.issues.flatMap((_, issue) => problemAt(world, inputs, weight, issue) ?? []);
}

/** @throws {TawazunError} `bargain/issue` where the case has no such issue; `bargain/actors` where nobody with power has a stake. */
export function problemToday(source: Case, id: string): BargainingProblem {
  const ids = source.issues.map((issue) => issue.id);
  if (!ids.includes(id)) {
    const near = didYouMean(id, ids) || ` There are ${ids.join(", ")}.`;
    throw new TawazunError("bargain/issue", `There is no issue "${id}".${near}`);
  }
  const problem = problemsToday(source).find(({ issue }) => issue === id);
  if (problem !== undefined) return problem;
  throw new TawazunError(
    "bargain/actors",
    `Nobody with power has a stake in "${id}"; add one under \`stakes\`.`,
  );
}
