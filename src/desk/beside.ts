import type { Finding } from "../base/index.ts";
import { type Case, type Folder, readExperiments, readScenarios, readViews } from "../case/index.ts";
import { knownNames } from "./open.ts";
import { experimentFaults } from "./sweep/faults.ts";
import { scenarioFaults } from "./whatif/faults.ts";

/** What is to be said of the files beside a case that rest on it: scenarios, experiments and views. */
export function besideFindings(folder: Folder, source: Case): readonly Finding[] {
  const { scenarios, findings } = readScenarios(folder, source, knownNames);
  const ids = scenarios.map(({ id }) => id);
  const tried = readExperiments(folder, source, ids, knownNames);
  return [
    ...findings,
    ...scenarioFaults(source, scenarios),
    ...tried.findings,
    ...tried.experiments.flatMap((experiment) => experimentFaults(source, experiment, scenarios)),
    ...readViews(folder, source).findings,
  ];
}
