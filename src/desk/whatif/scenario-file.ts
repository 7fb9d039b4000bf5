import { stringify } from "yaml";
import { type ChangeFlags, changeOptions, changesOf } from "./flags.ts";

/**
 * Changes as the text of a scenario's file, for the folder `scenarios` of a case.
 *
 * @param flags what is changed, as the flags of a what-if say it.
 * @throws {TawazunError} `whatif/flag` for a flag that is not written as it must be.
 */
export function scenarioFile(
  name: string,
  flags: { readonly [Flag in keyof ChangeFlags]?: readonly string[] },
): string {
  const none = Object.fromEntries(Object.keys(changeOptions).map((flag) => [flag, []]));
  const changes = changesOf({ ...(none as unknown as ChangeFlags), ...flags });
  const lines = changes.map(
    (change) => `  - ${stringify(change, { collectionStyle: "flow", lineWidth: 0 }).trimEnd()}`,
  );
  return [stringify({ name }, { lineWidth: 0 }).trimEnd(), "changes:", ...lines, ""].join("\n");
}
