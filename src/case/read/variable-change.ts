import type { Settable } from "../schema/experiment.ts";
import type { Intervention } from "../schema/rules.ts";

/** A value that a variable takes. */
export type Setting = number | boolean | string;

/**
 * The change that a variable makes at one of its values.
 *
 * @remarks The value is not checked; whoever holds the case does that with the change as a whole.
 */
export function variableChange(set: Settable, value: Setting): Intervention {
  // what does not fit the kind is found by the schema of interventions, to which this goes
  const to = value as number;
  if ("relation" in set) return { relation: { ...set.relation, value: to } };
  if ("position" in set) return { position: { ...set.position, to } };
  if ("salience" in set) return { salience: { ...set.salience, to } };
  if ("status_quo" in set) return { status_quo: { ...set.status_quo, to } };
  if ("holding" in set) {
    const { as, ...which } = set.holding;
    return { holding: as === "times" ? { ...which, times: to } : { ...which, to } };
  }
  if ("quota" in set) return { quota: { ...set.quota, to } };
  if ("input" in set) return { input: { ...set.input, to } };
  if ("replace" in set) return { replace: { ...set.replace, by: value as string } };
  return {
    outside: { ...set.outside, ...(typeof value === "boolean" ? { happens: value } : { on: String(value) }) },
  };
}
