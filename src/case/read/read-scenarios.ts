import type { Finding, Place } from "../../base/index.ts";
import type { Case } from "../case.ts";
import { type KnownNames, namesOf } from "../check/names.ts";
import { checkReferences } from "../check/references.ts";
import type { Item } from "../draft.ts";
import { newReport } from "../findings/report.ts";
import { type Folder, inNameOrder, isYaml } from "../folder.ts";
import type { Intervention } from "../schema/rules.ts";
import { decode } from "./decode.ts";
import { draftOf } from "./read-outcomes.ts";
import { shaped } from "./shape.ts";
import { readYaml } from "./yaml.ts";

/** Changes under a name, to be played beside the case as it is. */
export interface NamedChanges {
  readonly id: string;
  readonly name: string;
  readonly text?: string | undefined;
  readonly changes: readonly Intervention[];
  /** Where each of the changes stands. */
  readonly places: readonly Place[];
}

/** The scenarios of a case, and all that is to be said of their files. */
export interface ReadScenarios {
  /** Those that can be played, in the order of their files. */
  readonly scenarios: readonly NamedChanges[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the files `scenarios/*.yaml` of a case, one scenario each. A case needs none.
 *
 * @param world the case that is changed.
 * @returns never throws, whatever the bytes are.
 * @example
 * ```ts
 * import { newCase, readCase, readScenarios } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * const { world } = readCase(folder);
 * world && readScenarios(folder, world).scenarios.length; //=> 0
 * ```
 */
export function readScenarios(folder: Folder, world: Case, known: KnownNames = {}): ReadScenarios {
  const scenarios: NamedChanges[] = [];
  const findings: Finding[] = [];
  const files = new Map<string, string>();
  for (const file of inNameOrder(folder.keys())) {
    if (!/^scenarios\/[^/]+$/.test(file) || !isYaml(file)) continue;
    const read = readScenario(file, folder.get(file) ?? new Uint8Array(), world, known);
    findings.push(...read.findings);
    for (const scenario of read.scenarios) {
      const earlier = files.get(scenario.id);
      if (earlier === undefined) {
        files.set(scenario.id, file);
        scenarios.push(scenario);
        continue;
      }
      const message = `The scenario "${scenario.id}" already stands in ${earlier}. Give one of the two another id.`;
      findings.push({
        code: "case/duplicate-id",
        severity: "error",
        place: { file },
        message,
        given: scenario.id,
      });
    }
  }
  return { scenarios, findings };
}

/** Reads one scenario from the bytes of its file, wherever that lies. */
export function readScenario(
  file: string,
  bytes: Uint8Array,
  world: Case,
  known: KnownNames = {},
): ReadScenarios {
  const report = newReport();
  const text = decode(file, bytes, report);
  const yaml = text === undefined ? undefined : readYaml(file, text, report);
  if (yaml === undefined || yaml.brokenAt !== undefined)
    return { scenarios: [], findings: report.findings() };
  const item: Item<"scenarios"> = {
    section: "scenarios",
    raw: yaml.data,
    place: (path = [], part) => yaml.place(path, part),
  };
  const { value } = shaped(item, report);
  checkReferences([item], namesOf(draftOf(world)), known, report);
  const findings = report.findings();
  if (value === undefined || findings.some(({ severity }) => severity === "error"))
    return { scenarios: [], findings };
  const { id = file.replace(/^.*\//, "").replace(/\.ya?ml$/, ""), name, changes } = value;
  const places = changes.map((_, i) => yaml.place(["changes", i]));
  return { scenarios: [{ id, name, text: value.text, changes, places }], findings };
}
