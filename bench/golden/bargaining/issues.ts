import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BargainingProblem } from "../../../src/bargain/index.ts";
import { records } from "./files.ts";

/** An issue of the data set: what was bargained over, and where it ended. */
export interface SettledRecord {
  readonly proposal: string;
  readonly problem: BargainingProblem;
  /** Absent where none was recorded. */
  readonly outcome?: number;
  /** The columns of `issues.csv`. */
  readonly columns: { readonly [name: string]: string };
}

/** A folder with `issues.csv` and `positions.csv`. */
export function isIssueFolder(folder: string): boolean {
  return ["issues.csv", "positions.csv"].every((name) => existsSync(join(folder, name)));
}

/** Issues in the order of the file, actors in the order of lines; capability is GDP. */
export function readIssues(folder: string): SettledRecord[] {
  const stakes = new Map<string, BargainingProblem["actors"][number][]>();
  for (const { issue, actor, position, salience, gdp } of records(join(folder, "positions.csv"))) {
    const list = stakes.get(issue) ?? [];
    list.push({
      id: actor,
      position: Number(position),
      salience: Number(salience) / 100,
      capability: Number(gdp),
    });
    stakes.set(issue, list);
  }
  return records(join(folder, "issues.csv")).map((columns) => ({
    proposal: columns.proposal,
    problem: {
      issue: columns.issue,
      range: [0, 100],
      actors: stakes.get(columns.issue) ?? [],
      ...(columns.reference_point === "" ? {} : { statusQuo: Number(columns.reference_point) }),
    },
    ...(columns.outcome === "" ? {} : { outcome: Number(columns.outcome) }),
    columns,
  }));
}

/** Only those who care: most peers leave out who has no salience. */
export function ofThoseWhoCare(problem: BargainingProblem): BargainingProblem {
  return { ...problem, actors: problem.actors.filter((actor) => actor.salience > 0) };
}

/** Every actor with the same capability, as the peers' runs have it. */
export function withEqualPower(problem: BargainingProblem): BargainingProblem {
  return { ...problem, actors: problem.actors.map((actor) => ({ ...actor, capability: 100 })) };
}
