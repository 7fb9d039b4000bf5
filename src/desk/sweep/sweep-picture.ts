import type { Setting } from "../../case/index.ts";
import { type DotsData, dots, type Picture } from "../../show/index.ts";
import type { SweepPlan } from "./plan.ts";
import type { CellSummary } from "./summary.ts";

/** Values of a variable that stand each in a line of its own, and series side by side: beyond, more cannot be read. */
const MOST_VALUES = 12;
const MOST_SERIES = 6;
/** Into how many parts a variable's range is put together that has more values. */
const FIFTHS = 5;
/** Half the width of a 95 % interval, in standard errors. */
const WIDE = 1.96;

/** Cells that are shown as one mark. */
interface Gathered {
  readonly group: string;
  readonly name: string;
  readonly series: string;
  readonly cells: readonly CellSummary[];
}

/** How one outcome goes with each variable: a row for each of its values, or for each fifth of its range. */
export function sweepPicture(plan: SweepPlan, played: readonly CellSummary[], column: number): Picture {
  const { recorded, variables, scenarios } = plan;
  const { name, yesNo } = recorded[column];
  const second = variables.length === 2 ? valuesOf(plan, 1) : undefined;
  const crossed =
    second !== undefined &&
    second.length * scenarios.length <= MOST_SERIES &&
    valuesOf(plan, 0).length <= MOST_VALUES;
  const beside = sayer(second ?? []);
  const seriesOf = (cell: CellSummary): string => {
    const { point, scenario } = plan.cells[cell.cell];
    const under = scenarios.length === 1 ? [] : [scenarios[scenario].id];
    const other = crossed ? [`${variables[1]} ${beside(plan.points[point][1])}`] : [];
    return [...other, ...under].join(", ") || name;
  };
  const rows = crossed
    ? rowsOf(plan, played, 0, seriesOf)
    : variables.flatMap((_, v) => rowsOf(plan, played, v, seriesOf));
  const all =
    rows.length > 0
      ? rows
      : [{ group: "", name: "All futures", series: "", cells: played }].flatMap(({ cells, ...row }) =>
          bySeries(cells, seriesOf).map(([series, mine]) => ({ ...row, series, cells: mine })),
        );
  const series = [...new Set(all.map((row) => row.series))];
  const names = [...new Set(all.map((row) => `${row.group}\n${row.name}`))];
  const data: DotsData = {
    series: series.map((id) => ({ id, name: id })),
    unit: yesNo ? "probability" : "",
    intervals: "95 % interval of the mean",
    rows: names.map((key) => {
      const [group, row] = key.split("\n");
      const mine = all.filter((one) => one.group === group && one.name === row);
      return {
        name: row,
        ...(group === "" ? {} : { group }),
        points: Object.fromEntries(mine.map((one) => [one.series, meanOf(one.cells, column, yesNo)])),
      };
    }),
  };
  return dots(data, {
    id: `sweep-${name}`,
    title: `${name}, by ${variables.length === 0 ? "scenario" : variables.join(" and ")}`,
    method: `Means over the futures of all points with that value${crossed || variables.length < 2 ? "" : ", whatever the other variables are there"}; 95 % intervals from their Monte Carlo standard errors. Points are played on the same luck, so that errors are added up, not averaged away, where points are put together. ${played.reduce((sum, { futures }) => sum + futures, 0)} futures.`,
  });
}

/** The values of a variable over the design, each once, rising where they are numbers. */
function valuesOf({ points }: SweepPlan, v: number): readonly Setting[] {
  const values = [...new Set(points.map((point) => point[v]))];
  return values.every((value) => typeof value === "number")
    ? (values as number[]).sort((a, b) => a - b)
    : values;
}

function rowsOf(
  plan: SweepPlan,
  played: readonly CellSummary[],
  v: number,
  seriesOf: (cell: CellSummary) => string,
): readonly Gathered[] {
  const values = valuesOf(plan, v);
  const valueAt = ({ cell }: CellSummary): Setting => plan.points[plan.cells[cell].point][v];
  const group = plan.variables[v];
  const isNumeric = values.every((value) => typeof value === "number");
  const edges = isNumeric ? fifths(values as readonly number[]) : [];
  const say = sayer(values.length <= MOST_VALUES || !isNumeric ? values : edges.flat());
  const parts =
    values.length <= MOST_VALUES || !isNumeric
      ? values.map((value) => ({ name: say(value), holds: (cell: CellSummary) => valueAt(cell) === value }))
      : edges.map(([low, high], k) => ({
          name: `${say(low)} to ${say(high)}`,
          holds: (cell: CellSummary) => {
            const value = Number(valueAt(cell));
            return value >= low && (value < high || k === FIFTHS - 1);
          },
        }));
  return parts.flatMap(({ name, holds }) => {
    const mine = played.filter(holds);
    return bySeries(mine, seriesOf).map(([series, cells]) => ({ group, name, series, cells }));
  });
}

function bySeries(
  cells: readonly CellSummary[],
  seriesOf: (cell: CellSummary) => string,
): readonly (readonly [string, readonly CellSummary[]])[] {
  const found = new Map<string, CellSummary[]>();
  for (const cell of cells) found.set(seriesOf(cell), [...(found.get(seriesOf(cell)) ?? []), cell]);
  return [...found];
}

function fifths(values: readonly number[]): readonly (readonly [number, number])[] {
  const [low, high] = [values[0], values[values.length - 1]];
  return Array.from({ length: FIFTHS }, (_, k) => [
    low + ((high - low) * k) / FIFTHS,
    low + ((high - low) * (k + 1)) / FIFTHS,
  ]);
}

/** The mean over the futures of some cells. Cells share their luck: their errors are taken as if they were one's. */
function meanOf(
  cells: readonly CellSummary[],
  column: number,
  yesNo: boolean,
): DotsData["rows"][number]["points"][string] {
  const futures = cells.reduce((sum, cell) => sum + cell.futures, 0);
  const value = cells.reduce((sum, cell) => sum + cell.means[column].mean * cell.futures, 0) / futures;
  const errors = cells.map((cell) => cell.means[column].error);
  if (errors.some((error) => error === undefined)) return { value };
  const half = WIDE * cells.reduce((sum, cell, k) => sum + ((errors[k] ?? 0) * cell.futures) / futures, 0);
  const held = (end: number): number => (yesNo ? Math.max(0, Math.min(1, end)) : end);
  return { value, low: held(value - half), high: held(value + half) };
}

/** Says values in as few digits, three or more, as keep them apart. */
function sayer(values: readonly Setting[]): (value: Setting) => string {
  const numbers = [...new Set(values.filter((value) => typeof value === "number"))];
  const apart = (digits: number): boolean =>
    new Set(numbers.map((value) => Number(value.toPrecision(digits)))).size === numbers.length;
  let digits = 3;
  while (digits < 17 && !apart(digits)) digits += 1;
  return (value) => (typeof value === "number" ? String(Number(value.toPrecision(digits))) : String(value));
}
