import { type SobolIndex, sobolIndices } from "../../forecast/index.ts";
import type { PieceRows } from "./piece-file.ts";
import type { Recorded, SweepPlan } from "./plan.ts";

/** Futures below which a point is not taken to be known precisely, however alike they are. */
const LEAST = 50;

/** A mean over the futures of one point and scenario, with its Monte Carlo standard error. */
export interface Mean {
  readonly mean: number;
  /** Absent for a single future of a measure, from which nothing can be told. */
  readonly error?: number;
}

/** What was found at one point under one scenario. */
export interface CellSummary {
  readonly cell: number;
  readonly futures: number;
  /** By column; nothing where no future was played. */
  readonly means: readonly Mean[];
}

/** What is kept of the futures of a piece, or of several: no row, whatever their number. */
export interface Moments {
  readonly futures: number;
  /** By column. */
  readonly means: Float64Array;
  /** By column: squares of the deviations from the mean, added up. */
  readonly squares: Float64Array;
}

/** Moments of the rows of one piece. */
export function momentsOf(columns: number, rows: PieceRows): Moments {
  const futures = columns === 0 ? 0 : rows.length / columns;
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  if (futures === 0) return { futures, means, squares };
  for (let at = 0; at < rows.length; at++) means[at % columns] += rows[at];
  for (let c = 0; c < columns; c++) means[c] /= futures;
  for (let at = 0; at < rows.length; at++) {
    const off = rows[at] - means[at % columns];
    squares[at % columns] += off * off;
  }
  return { futures, means, squares };
}

/** Moments of the futures of both (Chan, Golub & LeVeque 1983), the first being those that were played before. */
export function together(a: Moments, b: Moments): Moments {
  if (a.futures === 0) return b;
  if (b.futures === 0) return a;
  const futures = a.futures + b.futures;
  const means = a.means.map((mean, c) => (mean * a.futures + b.means[c] * b.futures) / futures);
  const squares = a.squares.map((sum, c) => {
    const apart = b.means[c] - a.means[c];
    return sum + b.squares[c] + (apart * apart * a.futures * b.futures) / futures;
  });
  return { futures, means, squares };
}

/**
 * Means with their errors from the futures of one cell.
 *
 * @remarks Each future has a draw of the uncertain inputs of its own, so that rows are independent: the error of a
 * measure is sd/√n. That of a probability is √(p̃(1 − p̃)/n) with p̃ = (yes + 1)/(n + 2), so that it is not 0 where all
 * futures answer alike (Agresti & Coull 1998 add two and four).
 */
export function cellSummary(
  recorded: readonly Recorded[],
  cell: number,
  { futures, means, squares }: Moments,
): CellSummary {
  if (futures === 0) return { cell, futures, means: [] };
  return {
    cell,
    futures,
    means: recorded.map(({ yesNo }, c): Mean => {
      if (yesNo) {
        const yes = Math.round(means[c] * futures);
        const smoothed = (yes + 1) / (futures + 2);
        return { mean: yes / futures, error: Math.sqrt((smoothed * (1 - smoothed)) / futures) };
      }
      if (futures < 2) return { mean: means[c] };
      return { mean: means[c], error: Math.sqrt(squares[c] / (futures - 1) / futures) };
    }),
  };
}

/** Whether a cell needs no more futures: each column that has a precision has reached it. */
export function isPrecise(recorded: readonly Recorded[], { futures, means }: CellSummary): boolean {
  const wanted = recorded.some(({ precision }) => precision !== undefined);
  if (!wanted || futures < LEAST) return false;
  return recorded.every(
    ({ precision }, c) =>
      precision === undefined || (means[c].error ?? Number.POSITIVE_INFINITY) <= precision,
  );
}

/** First-order and total indices of the variables, by scenario and column. */
export interface SweepIndices {
  readonly scenario: string;
  readonly outcome: string;
  readonly indices: readonly (SobolIndex & { readonly variable: string })[];
}

/** The indices of a Saltelli design; none of another, or while a point has not been played. */
export function sweepIndices(plan: SweepPlan, cells: readonly CellSummary[]): readonly SweepIndices[] {
  const { saltelli, scenarios, recorded, variables } = plan;
  if (saltelli === undefined || cells.some(({ futures }) => futures === 0)) return [];
  return scenarios.flatMap(({ id }, s) =>
    recorded.flatMap(({ name }, c) => {
      const values = plan.points.map((_, p) => cells[p * scenarios.length + s].means[c].mean);
      const found = sobolIndices(saltelli, values);
      if (found === undefined) return [];
      const indices = found.map((index, v) => ({ variable: variables[v], ...index }));
      return [{ scenario: id, outcome: name, indices }];
    }),
  );
}
