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

/**
 * Means with their errors from the rows of one cell, in the order of its futures.
 *
 * @remarks Each future has a draw of the uncertain inputs of its own, so that rows are independent: the error of a
 * measure is sd/√n. That of a probability is √(p̃(1 − p̃)/n) with p̃ = (yes + 1)/(n + 2), so that it is not 0 where all
 * futures answer alike (Agresti & Coull 1998 add two and four).
 */
export function cellSummary(
  recorded: readonly Recorded[],
  cell: number,
  parts: readonly PieceRows[],
): CellSummary {
  const columns = recorded.length;
  const futures = columns === 0 ? 0 : parts.reduce((sum, rows) => sum + rows.length, 0) / columns;
  if (futures === 0) return { cell, futures, means: [] };
  const means = recorded.map(({ yesNo }, c): Mean => {
    let sum = 0;
    for (const rows of parts) for (let at = c; at < rows.length; at += columns) sum += rows[at];
    const mean = sum / futures;
    if (yesNo) {
      const smoothed = (sum + 1) / (futures + 2);
      return { mean, error: Math.sqrt((smoothed * (1 - smoothed)) / futures) };
    }
    if (futures < 2) return { mean };
    let squares = 0;
    for (const rows of parts)
      for (let at = c; at < rows.length; at += columns) squares += (rows[at] - mean) * (rows[at] - mean);
    return { mean, error: Math.sqrt(squares / (futures - 1) / futures) };
  });
  return { cell, futures, means };
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
