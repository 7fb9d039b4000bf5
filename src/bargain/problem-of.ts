import { mode, TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import { type BargainingProblem, unknownId } from "./problem.ts";

/**
 * The bargaining problem that an issue of a case poses: its stakes, each actor's capability, the status quo.
 *
 * @param capabilities what each actor with a stake can bring to bear, by id; only ratios matter.
 * @returns positions, saliences and status quo at their most likely values.
 * @throws {TawazunError} `bargain/issue` if the case has no such issue, `bargain/actors` if nobody has a
 * stake in it, `bargain/capability` if an actor with a stake has no capability given.
 */
export function problemOf(
  world: Pick<Case, "issues" | "stakes">,
  issueId: string,
  capabilities: { readonly [actor: string]: number },
): BargainingProblem {
  const issue = world.issues.find((one) => one.id === issueId);
  if (issue === undefined) {
    const ids = world.issues.map((one) => one.id);
    throw unknownId("bargain/issue", "issue", issueId, ids);
  }
  const stakes = world.stakes.filter((stake) => stake.issue === issueId);
  if (stakes.length === 0) {
    throw new TawazunError(
      "bargain/actors",
      `No actor has a stake in "${issueId}"; add one under \`stakes\`.`,
    );
  }
  return {
    issue: issueId,
    actors: stakes.map((stake) => {
      if (!Object.hasOwn(capabilities, stake.actor)) {
        throw new TawazunError(
          "bargain/capability",
          `"${stake.actor}" has a stake in "${issueId}" but no capability; give 0 if it has none.`,
        );
      }
      return {
        id: stake.actor,
        position: mode(stake.position),
        salience: mode(stake.salience),
        capability: capabilities[stake.actor],
      };
    }),
    range: [0, 100],
    statusQuo: mode(issue.status_quo),
  };
}
