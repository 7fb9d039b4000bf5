import { TawazunError } from "../../base/index.ts";
import { type Case, type Folder, readScenarios } from "../../case/index.ts";
import type { Executor } from "../../forecast/index.ts";
import { knownNames } from "../open.ts";
import type { PlayedBehaviour, StudySize, StudyWatch } from "../study.ts";
import { type Comparison, compareScenarios } from "./compare.ts";
import { scenarioFaults } from "./faults.ts";

/** Most scenarios of a case that its report plays: side by side, more cannot be read. */
const MOST_SCENARIOS = 4;

/** A case's own scenarios for its report, and what of them could not be played. */
export interface CaseScenarios {
  /** Absent for a case without a scenario that can be played, and where it was stopped before one was. */
  readonly comparison: Comparison | undefined;
  /** Why scenarios are left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * Plays the scenarios in a case's folder beside the case as it is: as many pairs as an experiment of a claim has.
 *
 * @remarks Scenarios with a fault are left out and told; of sound ones the first four, by the names of their files.
 */
export async function caseScenarios(
  source: Case,
  folder: Folder,
  size: StudySize,
  executor: Executor,
  watch: StudyWatch,
  behaviour: PlayedBehaviour | undefined,
): Promise<CaseScenarios> {
  const { scenarios, findings } = readScenarios(folder, source, knownNames);
  const faults = scenarios.map((scenario) =>
    scenarioFaults(source, [scenario]).filter(({ severity }) => severity === "error"),
  );
  const sound = scenarios.filter((_, k) => faults[k].length === 0);
  const played = sound.slice(0, MOST_SCENARIOS);
  const leftOut = [
    ...findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ...faults.flat().map(({ message }) => message),
    ...sound
      .slice(MOST_SCENARIOS)
      .map(({ id, name }) => `“${name}” is played by tawazun whatif --scenario ${id}.`),
  ];
  if (played.length === 0 || watch.signal?.aborted === true) return { comparison: undefined, leftOut };
  const { seed, pairs, months, runs, policy, policies } = size;
  const deciding = {
    ...(policy === undefined ? {} : { policy }),
    ...(policies === undefined ? {} : { policies }),
    ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
  };
  try {
    const comparison = await compareScenarios(
      source,
      played,
      { seed, runs: Math.min(pairs, runs), months, deciding: { policy: "strategic", ...deciding } },
      executor,
      watch,
    );
    return { comparison, leftOut };
  } catch (error) {
    // stopped before a pair was done: the report is written without
    if (error instanceof TawazunError && error.code === "study/stopped")
      return { comparison: undefined, leftOut };
    throw error;
  }
}
