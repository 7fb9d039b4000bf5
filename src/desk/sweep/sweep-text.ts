import { table, tablePlain } from "../../show/index.ts";
import type { SweepPlan } from "./plan.ts";
import type { SweepPlayed } from "./play-sweep.ts";
import { type Mean, sweepIndices } from "./summary.ts";
import { summaryRows } from "./sweep-files.ts";

const MOST_ROWS = 40;

/** A piece that failed, for people and programs. */
export interface FailedPiece {
  readonly point: number;
  readonly scenario: string;
  readonly futures: readonly number[];
  readonly message: string;
}

/** What a sweep found, for a terminal. */
export function sweepText(
  plan: SweepPlan,
  played: SweepPlayed,
  failed: readonly FailedPiece[],
  folder: string,
): string {
  const { variables, recorded, scenarios } = plan;
  const rows = summaryRows(plan, played.cells).filter(({ futures }) => futures > 0);
  const shown = rows.slice(0, MOST_ROWS).map(({ point, variables: at, scenario, futures, outcomes }) => ({
    point,
    ...Object.fromEntries(variables.map((name, v) => [`v${v}`, settingText(at[name])])),
    scenario,
    futures,
    ...Object.fromEntries(recorded.map(({ name }, c) => [`o${c}`, meanText(outcomes[name])])),
  }));
  const indices = played.stopped || played.trouble !== undefined ? [] : sweepIndices(plan, played.cells);
  return [
    `${played.futures} futures of ${plan.months} months${ended(plan, played)}`,
    ...(played.before > 0
      ? [`${played.before} of them had been played before, and were not played again.`]
      : []),
    "",
    ...(rows.length === 0
      ? ["No piece was played to its end."]
      : [
          tablePlain(
            table(
              "Means over futures ± Monte Carlo standard error",
              [
                { key: "point", name: "Point" },
                ...variables.map((name, v) => ({ key: `v${v}`, name })),
                ...(scenarios.length === 1 ? [] : [{ key: "scenario", name: "Scenario" }]),
                { key: "futures", name: "Futures" },
                ...recorded.map(({ name }, c) => ({ key: `o${c}`, name, align: "end" as const })),
              ],
              shown,
            ),
          ),
        ]),
    ...(rows.length > MOST_ROWS ? [`… and ${rows.length - MOST_ROWS} more, in summary.csv.`] : []),
    ...indices.flatMap(({ scenario, outcome, indices: found }) => [
      "",
      tablePlain(
        table(
          `What drives ${outcome}${scenarios.length === 1 ? "" : `, under ${scenario}`}: parts of the variance between points`,
          [
            { key: "variable", name: "Variable" },
            { key: "first", name: "first order", align: "end" },
            { key: "total", name: "total", align: "end" },
          ],
          found.map(({ variable, first, firstError, total, totalError }) => ({
            variable,
            first: meanText({ mean: first, error: firstError }),
            total: meanText({ mean: total, error: totalError }),
          })),
        ),
      ),
    ]),
    ...(failed.length === 0
      ? []
      : [
          "",
          `${failed.length} ${failed.length === 1 ? "piece" : "pieces"} failed four times, and ${failed.length === 1 ? "is" : "are"} missing from the means; the same command tries again:`,
          ...failed
            .slice(0, 10)
            .map(
              ({ point, scenario, futures, message }) =>
                `  point ${point}, ${scenario}, futures ${futures.join(" to ")}: ${message}`,
            ),
        ]),
    "",
    ...(played.trouble !== undefined
      ? [
          `The sweep ended early: ${played.trouble.message} The same command goes on from what is in ${folder}.`,
        ]
      : played.stopped
        ? [`The pieces that are done stand in ${folder}/shards.`]
        : [
            `Points and means: design.csv, summary.csv and summary.json in ${folder}`,
            `Rows: Parquet in ${folder}/shards; look into them with tawazun query ${folder}`,
          ]),
  ].join("\n");
}

/** How it ended, if before its time. */
function ended({ experiment }: SweepPlan, { stopped, spent }: SweepPlayed): string {
  if (stopped) return " (stopped by you; what was played is kept, and the same command goes on)";
  return spent
    ? ` (its ${experiment.stop?.budget} are spent; the same command goes on for as long again)`
    : "";
}

function settingText(value: number | boolean | string): string {
  return typeof value === "number" ? String(Number(value.toPrecision(5))) : String(value);
}

function meanText(mean: Mean | undefined): string {
  if (mean === undefined) return "";
  const digits = mean.error === undefined || Math.abs(mean.mean) < 10 ? 3 : 2;
  return `${mean.mean.toFixed(digits)}${mean.error === undefined ? "" : ` ± ${mean.error.toFixed(digits)}`}`;
}
