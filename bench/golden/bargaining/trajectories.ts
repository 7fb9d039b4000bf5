import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BargainingProblem, playExpectedUtility, pooledReading } from "../../../src/bargain/index.ts";
import type { GoldenRow } from "../row.ts";
import { readProblem } from "./expected-utility.ts";
import { type Checker, Comparison, type Json, type Table } from "./files.ts";

/** Every case of the folder whose output the pooled reading can be held to. */
function caseWith(table: Table, wanted: (problem: BargainingProblem, name: string) => boolean) {
  return readdirSync(table.folder)
    .filter((name) => name.endsWith(".input.csv"))
    .map((name) => [name.replace(".input.csv", ""), readProblem(join(table.folder, name))] as const)
    .find(([name, problem]) => wanted(problem, name))?.[1];
}

/** A printed trajectory: `{ case, median_by_round, mean_by_round }`. */
export const printedTrajectory: Checker = {
  knows: ({ json }) => Array.isArray(json.median_by_round) && typeof json.case === "string",
  check(table) {
    const problem = caseWith(table, (_, name) => name === table.json.case);
    if (problem === undefined) return [];
    const printed: number[] = table.json.median_by_round;
    const run = playExpectedUtility(problem, { ...pooledReading, rounds: printed.length });
    const truncated = (x: number): number => Math.floor(x * 10 + 1e-9) / 10;
    const misprints = printed
      .map((x, t) => [t + 1, x, run.rounds[t].median])
      .filter(([, x, ours]) => Math.abs(truncated(ours) - x) > 1e-9);
    const means = new Comparison(0.1);
    table.json.mean_by_round.forEach((x: number, t: number) => {
      means.number(meanOf(problem, run.rounds[t].positions), x);
    });
    const rows = [means.row(table.file, "printed means", "0.1")];
    const machine = Object.entries<Json>(table.json).find(([key]) => /median_by_round_on/.test(key))?.[1];
    if (machine === undefined) return rows;
    const medians = new Comparison(5e-4);
    machine.forEach((x: number, t: number) => {
      medians.number(run.rounds[t].median, x);
    });
    const note = misprints.map(
      ([round, x, ours]) =>
        `round ${round} is printed as ${x}; the program that reproduces the rest, and we, get ${ours.toFixed(3)}`,
    );
    return [
      ...rows,
      medians.row(table.file, "medians", "3 decimals", note.length === 0 ? undefined : note.join("; ")),
    ];
  },
};

function meanOf({ actors }: BargainingProblem, positions: Float64Array): number {
  let sum = 0;
  let total = 0;
  actors.forEach(({ capability, salience }, i) => {
    sum += capability * salience * positions[i];
    total += capability * salience;
  });
  return sum / total;
}

/** A replication with moves: any `{ actors, rounds: [{ round, median, mean, positions }] }` inside. */
export const replication: Checker = {
  knows: ({ json }) => Object.values<Json>(json).some(isReplication),
  check(table) {
    return Object.entries<Json>(table.json)
      .filter(([, run]) => isReplication(run))
      .flatMap(([key, run]) => {
        const problem = caseWith(
          table,
          ({ actors }) => JSON.stringify(actors.map((actor) => actor.id)) === JSON.stringify(run.actors),
        );
        return problem === undefined ? [] : [replicationRow(table.file, key, problem, run)];
      });
  },
};

function isReplication(run: Json): boolean {
  return Array.isArray(run?.actors) && Array.isArray(run?.rounds) && run.rounds[0]?.round === 0;
}

function replicationRow(file: string, key: string, problem: BargainingProblem, theirs: Json): GoldenRow {
  const run = playExpectedUtility(problem, { ...pooledReading, rounds: theirs.rounds.length - 1 });
  const comparison = new Comparison(1e-9);
  theirs.rounds.forEach((round: Json) => {
    const ours = run.rounds[round.round - 1];
    const { median, positions } = ours ?? run.start;
    comparison.number(median, round.median);
    comparison.number(meanOf(problem, positions), round.mean);
    round.positions.forEach((x: number, i: number) => {
      comparison.number(positions[i], x);
    });
    if (ours === undefined) return;
    round.risk_exponent.forEach((r: number, i: number) => {
      comparison.number(ours.outlook.risk[i], r);
    });
    for (const move of round.moves) {
      const i = problem.actors.findIndex((actor) => actor.id === move.actor);
      const taken = ours.taken.find((one) => one.actor === i);
      comparison.same(taken?.kind, move.type);
      comparison.same(taken === undefined ? "" : problem.actors[taken.to].id, move.toward);
      comparison.number(taken?.own, move.eu_ij);
      comparison.number(taken?.theirs, move.eu_ji);
    }
  });
  return comparison.row(file, `${key}, every move`, "1e-9");
}
