import type { Finding } from "../../base/index.ts";
import { type Case, type Folder, readExperiments, readScenarios } from "../../case/index.ts";
import { hasErrors, knownNames } from "../open.ts";
import { experimentFaults } from "./faults.ts";
import { sweepPlan } from "./plan.ts";

/** An experiment of a case and how large it is; without a size where something is wrong with it. */
export interface CaseExperiment {
  readonly id: string;
  readonly name: string;
  readonly text?: string;
  /** Names of what varies, of the scenarios, and of what is recorded. */
  readonly variables: readonly string[];
  readonly scenarios: readonly string[];
  readonly recorded?: readonly string[];
  readonly points?: number;
  readonly repetitions: number;
  readonly months?: number;
  /** Futures at most, in all. */
  readonly futures?: number;
  readonly findings: readonly Finding[];
}

/** The experiments in a case's folder with their sizes, and what is to be said of files that are none. */
export interface CaseExperiments {
  readonly experiments: readonly CaseExperiment[];
  readonly findings: readonly Finding[];
}

/** Lists the experiments of a case. Nothing is played. */
export function caseExperiments(source: Case, folder: Folder, version: string): CaseExperiments {
  const { scenarios } = readScenarios(folder, source, knownNames);
  const ids = scenarios.map(({ id }) => id);
  const { experiments, findings } = readExperiments(folder, source, ids, knownNames);
  return {
    findings,
    experiments: experiments.map((experiment): CaseExperiment => {
      const { id, name, text, variables = [], repetitions } = experiment;
      const used = scenarios.filter((scenario) => experiment.scenarios?.includes(scenario.id));
      const faults = experimentFaults(source, experiment, used);
      const about = {
        id,
        name,
        ...(text === undefined ? {} : { text }),
        variables: variables.map((variable) => variable.name),
        scenarios: experiment.scenarios ?? ["as-is"],
        repetitions,
        findings: faults,
      };
      if (hasErrors(faults)) return about;
      const plan = sweepPlan(source, experiment, used, version);
      return {
        ...about,
        recorded: plan.recorded.map((column) => column.name),
        points: plan.points.length,
        months: plan.months,
        futures: plan.most,
      };
    }),
  };
}
