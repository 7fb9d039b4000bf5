import type { Piece, SweepPlan } from "./plan.ts";

/** What was recorded of a piece: future × column. */
export type PieceRows = Float64Array;

/** Where a piece is written, below the sweep's folder. */
export function pieceFile({ cell, from, to }: Piece): string {
  const place = String(cell).padStart(6, "0");
  return `shards/${place.slice(0, -3)}/${place.slice(-3)}-${from}-${to}.csv`;
}

/** The header of a row: point, scenario, future, and what is recorded. */
export function rowHeader({ recorded }: SweepPlan): string {
  return ["point", "scenario", "future", ...recorded.map(({ name }) => name)].join(",");
}

/** A piece as the text of its file; numbers are written so that they are read back as they were. */
export function pieceText(plan: SweepPlan, piece: Piece, rows: PieceRows): string {
  return `${rowHeader(plan)}\n${rowLines(plan, piece, rows).join("\n")}\n`;
}

export function rowLines(plan: SweepPlan, piece: Piece, rows: PieceRows): readonly string[] {
  const columns = plan.recorded.length;
  return Array.from({ length: piece.to - piece.from }, (_, k) =>
    [rowStart(plan, piece, k), ...rows.subarray(k * columns, (k + 1) * columns)].join(","),
  );
}

/**
 * A piece read back.
 *
 * @returns nothing if not every row is there as it must be: the piece is then played again.
 */
export function readPiece(plan: SweepPlan, piece: Piece, text: string): PieceRows | undefined {
  const columns = plan.recorded.length;
  const lines = text.split("\n");
  const futures = piece.to - piece.from;
  if (lines.length !== futures + 2 || lines[0] !== rowHeader(plan) || lines[futures + 1] !== "")
    return undefined;
  const rows = new Float64Array(futures * columns);
  for (let k = 0; k < futures; k++) {
    const cells = lines[k + 1].split(",");
    if (cells.length !== columns + 3 || cells.slice(0, 3).join(",") !== rowStart(plan, piece, k))
      return undefined;
    for (let c = 0; c < columns; c++) {
      const value = Number(cells[c + 3]);
      if (cells[c + 3] === "" || !Number.isFinite(value)) return undefined;
      rows[k * columns + c] = value;
    }
  }
  return rows;
}

function rowStart({ cells, scenarios }: SweepPlan, { cell, from }: Piece, k: number): string {
  const { point, scenario } = cells[cell];
  return `${point},${scenarios[scenario].id},${from + k}`;
}
