// Agreement with KTAB, decide, four programs of the expected-utility model and published tables, on every
// table of a folder laid out like data/bargaining. Each table is known by its shape.
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import {
  averageRows,
  baselineErrors,
  exchangeProposals,
  spatialIssues,
  standoffIssues,
} from "./bargaining/deu.ts";
import { assertedExchange, exchangeCoins, exchangeRounds, workedExchange } from "./bargaining/exchange.ts";
import { expectedUtilityRuns } from "./bargaining/expected-utility.ts";
import { type Checker, type Table, tables } from "./bargaining/files.ts";
import { isIssueFolder } from "./bargaining/issues.ts";
import { twoActorBargains } from "./bargaining/nash.ts";
import { spatialLogs, spatialRuns, spatialVariants } from "./bargaining/spatial.ts";
import { printedTrajectory, replication } from "./bargaining/trajectories.ts";
import type { GoldenRow } from "./row.ts";

export const defaultDirectory = "../shared/data/bargaining";

const CHECKERS: readonly Checker[] = [
  spatialRuns,
  spatialVariants,
  spatialLogs,
  twoActorBargains,
  exchangeRounds,
  exchangeCoins,
  workedExchange,
  assertedExchange,
  expectedUtilityRuns,
  printedTrajectory,
  replication,
  spatialIssues,
  exchangeProposals,
  standoffIssues,
  baselineErrors,
];

/** Compares every table of the folder. */
export async function golden(directory: string): Promise<readonly GoldenRow[]> {
  const folders = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const averages = [directory, ...folders]
    .filter(isIssueFolder)
    .flatMap((folder) => averageRows(relative(directory, join(folder, "issues.csv")), folder));
  return [...tables(directory).flatMap(checked), ...averages];
}

function checked(table: Table): readonly GoldenRow[] {
  const checker = CHECKERS.find((one) => one.knows(table));
  if (checker === undefined) {
    const note = "not a table of bargaining: other commands check its figures";
    return [{ file: table.file, table: "–", passed: true, compared: 0, note }];
  }
  try {
    return checker.check(table);
  } catch (problem) {
    const note = problem instanceof Error ? problem.message : String(problem);
    return [{ file: table.file, table: "–", passed: false, compared: 0, note }];
  }
}
