import type { Finding } from "../../base/index.ts";
import type { Case, NamedChanges } from "../../case/index.ts";
import { idleInterventions, interventionFaults, worldOf } from "../../simulate/index.ts";
import { changeInWords } from "./in-words.ts";

/**
 * What is wrong with the changes of scenarios, each where it stands: what names nothing, what contradicts another,
 * and, as a warning, what changes nothing. A scenario that changes nothing at all is an error.
 */
export function scenarioFaults(source: Case, scenarios: readonly NamedChanges[]): readonly Finding[] {
  if (scenarios.length === 0) return [];
  const world = worldOf(source);
  return scenarios.flatMap(({ name, changes, places }) => {
    const faults = interventionFaults(world, changes).map(
      ({ at, code, message }): Finding => ({
        code,
        severity: "error",
        place: places[at],
        message: `In “${name}”: ${message}`,
      }),
    );
    if (faults.length > 0) return faults;
    const idle = idleInterventions(world, changes);
    const nothing = changes.length > 0 && idle.length === changes.length;
    return idle.map(
      ({ at, why }): Finding => ({
        code: "intervention/idle",
        severity: nothing ? "error" : "warning",
        place: places[at],
        message: `In “${name}”: that ${changeInWords(world, changes[at])} changes nothing: ${why}.${nothing ? " Without it nothing is left to compare." : ""}`,
      }),
    );
  });
}
