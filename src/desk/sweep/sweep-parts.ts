import { type Part, type Table, table } from "../../show/index.ts";
import type { SweepPlan } from "./plan.ts";
import { type CellSummary, type SweepIndices, sweepIndices } from "./summary.ts";
import { summaryRows } from "./sweep-files.ts";
import { sweepPicture } from "./sweep-picture.ts";

/** Rows of a table: beyond, more cannot be read. */
const MOST_ROWS = 200;

/** What a sweep found so far as tables and pictures: the means of each point, and how each outcome goes with the variables. */
export function sweepParts(
  plan: SweepPlan,
  cells: readonly CellSummary[],
  isWhole: boolean,
): readonly Part[] {
  const played = cells.filter(({ futures }) => futures > 0);
  if (played.length === 0) return [];
  const indices = isWhole ? sweepIndices(plan, cells) : [];
  return [
    ...plan.recorded.map((_, column) => sweepPicture(plan, played, column)),
    pointsTable(plan, cells),
    ...indices.map((one) => indicesTable(plan, one)),
  ];
}

/** Points with their means and errors. */
function pointsTable(plan: SweepPlan, cells: readonly CellSummary[]): Table {
  const { variables, recorded, scenarios } = plan;
  const rows = summaryRows(plan, cells).filter(({ futures }) => futures > 0);
  return table(
    rows.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${rows.length} rows` : "Points and their means",
    [
      { key: "point", name: "Point" },
      ...variables.map((name, v) => ({ key: `v${v}`, name })),
      ...(scenarios.length === 1 ? [] : [{ key: "scenario", name: "Scenario" }]),
      { key: "futures", name: "Futures" },
      ...recorded.flatMap(({ name, yesNo }, c) => [
        { key: `o${c}`, name, digits: yesNo ? 1 : 3, ...(yesNo ? { unit: "probability" } : {}) },
        {
          key: `e${c}`,
          name: `${name}: error`,
          digits: yesNo ? 1 : 3,
          ...(yesNo ? { unit: "probability" } : {}),
        },
      ]),
    ],
    rows.slice(0, MOST_ROWS).map(({ point, variables: at, scenario, futures, outcomes }) => ({
      point,
      scenario,
      futures,
      ...Object.fromEntries(variables.map((name, v) => [`v${v}`, at[name]])),
      ...Object.fromEntries(
        recorded.flatMap(({ name }, c) => [
          [`o${c}`, outcomes[name]?.mean],
          [`e${c}`, outcomes[name]?.error],
        ]),
      ),
    })),
  );
}

function indicesTable({ scenarios }: SweepPlan, { scenario, outcome, indices }: SweepIndices): Table {
  return table(
    `What drives ${outcome}${scenarios.length === 1 ? "" : `, under ${scenario}`}: parts of the variance between points`,
    [
      { key: "variable", name: "Variable" },
      { key: "first", name: "First order", digits: 3 },
      { key: "firstError", name: "its error", digits: 3 },
      { key: "total", name: "Total", digits: 3 },
      { key: "totalError", name: "its error", digits: 3 },
    ],
    indices.map((one) => ({ ...one })),
  );
}
