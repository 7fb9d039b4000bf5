import type { Finding, Place } from "../../base/index.ts";
import { didYouMean } from "../../base/index.ts";
import type { Case } from "../case.ts";
import { type KnownNames, namesOf } from "../check/names.ts";
import { checkReferences } from "../check/references.ts";
import type { Item, Value } from "../draft.ts";
import { newReport, type Report } from "../findings/report.ts";
import { type Folder, inNameOrder, isYaml } from "../folder.ts";
import { expandRules } from "../language/expand.ts";
import type { Path } from "../schema/walk.ts";
import { checkVariables } from "./check-variables.ts";
import { decode } from "./decode.ts";
import { draftOf } from "./read-outcomes.ts";
import { shaped } from "./shape.ts";
import { readYaml } from "./yaml.ts";

/** An experiment of a case as its file has it, with its id. */
export type SweepExperiment = Value<"experiments"> & {
  readonly id: string;
  /** Where a part of it stands. */
  place(path?: Path): Place;
};

/** The experiments of a case, and all that is to be said of their files. */
export interface ReadExperiments {
  /** Those that can be played, in the order of their files. */
  readonly experiments: readonly SweepExperiment[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the files `experiments/*.yaml` of a case, one experiment each. A case needs none.
 *
 * @param world the case that is played.
 * @param scenarios ids of the scenarios that the case has.
 * @returns never throws, whatever the bytes are.
 * @example
 * ```ts
 * import { newCase, readCase, readExperiments } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * const { world } = readCase(folder);
 * world && readExperiments(folder, world, []).experiments.length; //=> 0
 * ```
 */
export function readExperiments(
  folder: Folder,
  world: Case,
  scenarios: readonly string[],
  known: KnownNames = {},
): ReadExperiments {
  const experiments: SweepExperiment[] = [];
  const findings: Finding[] = [];
  const files = new Map<string, string>();
  for (const file of inNameOrder(folder.keys())) {
    if (!/^experiments\/[^/]+$/.test(file) || !isYaml(file)) continue;
    const read = readExperiment(file, folder.get(file) ?? new Uint8Array(), world, scenarios, known);
    findings.push(...read.findings);
    for (const experiment of read.experiments) {
      const earlier = files.get(experiment.id);
      if (earlier === undefined) {
        files.set(experiment.id, file);
        experiments.push(experiment);
        continue;
      }
      findings.push({
        code: "case/duplicate-id",
        severity: "error",
        place: experiment.place(["id"]),
        message: `The experiment "${experiment.id}" already stands in ${earlier}. Give one of the two another id.`,
        given: experiment.id,
      });
    }
  }
  return { experiments, findings };
}

/** Reads one experiment from the bytes of its file, wherever that lies. */
export function readExperiment(
  file: string,
  bytes: Uint8Array,
  world: Case,
  scenarios: readonly string[],
  known: KnownNames = {},
): ReadExperiments {
  const report = newReport();
  const text = decode(file, bytes, report);
  const yaml = text === undefined ? undefined : readYaml(file, text, report);
  if (yaml === undefined || yaml.brokenAt !== undefined)
    return { experiments: [], findings: report.findings() };
  const place = (path: Path = [], part?: "key" | "value"): Place => yaml.place(path, part);
  const raw: Item<"experiments"> = { section: "experiments", raw: yaml.data, place };
  const item = expandRules(raw, report);
  const { value } = shaped(item, report);
  checkReferences([item], namesOf(draftOf(world)), known, report);
  if (value !== undefined) {
    checkVariables(value, place, report);
    checkScenarios(value, scenarios, place, report);
  }
  const findings = report.findings();
  if (value === undefined || findings.some(({ severity }) => severity === "error"))
    return { experiments: [], findings };
  const { id = file.replace(/^.*\//, "").replace(/\.ya?ml$/, "") } = value;
  return { experiments: [{ ...value, id, place }], findings };
}

function checkScenarios(
  { scenarios = [] }: Value<"experiments">,
  known: readonly string[],
  place: (path: Path) => Place,
  report: Report,
): void {
  for (const [k, given] of scenarios.entries()) {
    const at = place(["scenarios", k]);
    if (scenarios.indexOf(given) < k) {
      report("case/duplicate-id", at, `The scenario "${given}" is named twice.`, { given });
    } else if (given !== "as-is" && !known.includes(given)) {
      const near = didYouMean(given, ["as-is", ...known]);
      const there = near === "" ? ` There are ${["as-is", ...known].join(", ")}.` : near;
      report("case/reference", at, `The case has no scenario "${given}".${there}`, { given });
    }
  }
}
