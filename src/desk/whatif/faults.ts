import type { Finding } from "../../base/index.ts";
import type { Case, NamedChanges } from "../../case/index.ts";
import { interventionFaults, worldOf } from "../../simulate/index.ts";

/** What is wrong with the changes of scenarios, each where it stands: what names nothing, and what contradicts another. */
export function scenarioFaults(source: Case, scenarios: readonly NamedChanges[]): readonly Finding[] {
  if (scenarios.length === 0) return [];
  const world = worldOf(source);
  return scenarios.flatMap(({ name, changes, places }) =>
    interventionFaults(world, changes).map(
      ({ at, code, message }): Finding => ({
        code,
        severity: "error",
        place: places[at],
        message: `In “${name}”: ${message}`,
      }),
    ),
  );
}
