import type { Folder, Setting } from "../../case/index.ts";
import { csvRow } from "./csv-row.ts";
import type { SweepPlan } from "./plan.ts";
import type { SweepPlayed } from "./play-sweep.ts";
import { type CellSummary, sweepIndices } from "./summary.ts";

/** One row of the summary: a point under a scenario, its futures, and the mean of each column. */
export interface SummaryRow {
  readonly point: number;
  readonly variables: { readonly [name: string]: Setting };
  readonly scenario: string;
  readonly futures: number;
  readonly outcomes: { readonly [name: string]: { readonly mean: number; readonly error?: number } };
}

export function summaryRows(plan: SweepPlan, cells: readonly CellSummary[]): readonly SummaryRow[] {
  return cells.map(({ cell, futures, means }) => {
    const { point, scenario } = plan.cells[cell];
    return {
      point,
      variables: Object.fromEntries(plan.variables.map((name, v) => [name, plan.points[point][v]])),
      scenario: plan.scenarios[scenario].id,
      futures,
      outcomes: Object.fromEntries(
        plan.recorded.flatMap(({ name }, c) => (means[c] ? [[name, means[c]]] : [])),
      ),
    };
  });
}

/** What stands beside the pieces once all are done, for people: points, means, and all of it as data. */
export function sweepFiles(plan: SweepPlan, played: SweepPlayed, about: object): Folder {
  const { variables, points, recorded } = plan;
  const rows = summaryRows(plan, played.cells);
  const lines = (all: readonly string[]): Uint8Array => new TextEncoder().encode(`${all.join("\n")}\n`);
  return new Map([
    [
      "design.csv",
      lines([csvRow(["point", ...variables]), ...points.map((point, p) => csvRow([p, ...point]))]),
    ],
    [
      "summary.csv",
      lines([
        csvRow([
          "point",
          ...variables,
          "scenario",
          "futures",
          ...recorded.flatMap(({ name }) => [name, `${name}-error`]),
        ]),
        ...rows.map((row) =>
          csvRow([
            row.point,
            ...variables.map((name) => row.variables[name]),
            row.scenario,
            row.futures,
            ...recorded.flatMap(({ name }) => [
              row.outcomes[name]?.mean ?? "",
              row.outcomes[name]?.error ?? "",
            ]),
          ]),
        ),
      ]),
    ],
    [
      "summary.json",
      lines([
        JSON.stringify({ ...about, points: rows, indices: sweepIndices(plan, played.cells) }, undefined, 2),
      ]),
    ],
  ]);
}
