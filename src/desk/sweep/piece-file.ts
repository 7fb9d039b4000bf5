import type { Piece, SweepPlan } from "./plan.ts";

/** What was recorded of a piece: future × column. */
export type PieceRows = Float64Array;

/** Under which a piece says of which sweep it is. */
const KEY = "tawazun.sweep";

/** Where a piece is written, below the sweep's folder. */
export function pieceFile({ cell, from, to }: Piece): string {
  const place = String(cell).padStart(6, "0");
  return `shards/${place.slice(0, -3)}/${place.slice(-3)}-${from}-${to}.parquet`;
}

/**
 * A piece as the bytes of its file: point, the values of its variables, scenario, future, and what is recorded; a
 * question or a rule is 0 or 1.
 *
 * @remarks Parquet, so that millions of rows are small and can be asked at once. What is the same in all rows of the
 * piece takes no room. The same rows are the same bytes.
 */
export async function pieceBytes(plan: SweepPlan, piece: Piece, rows: PieceRows): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const { cells, points, scenarios, variables, recorded } = plan;
  const { point, scenario } = cells[piece.cell];
  const futures = piece.to - piece.from;
  const same = <Value>(value: Value): Value[] => Array.from({ length: futures }, () => value);
  const column = (c: number): number[] =>
    Array.from({ length: futures }, (_, k) => rows[k * recorded.length + c]);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "point", type: "INT32" as const, data: same(point) },
        ...variables.map((name, v) => {
          const type = variableType(points.map((values) => values[v]));
          const value = points[point][v];
          return { name, type, data: same(type === "STRING" ? String(value) : value) };
        }),
        { name: "scenario", type: "STRING" as const, data: same(scenarios[scenario].id) },
        {
          name: "future",
          type: "INT32" as const,
          data: Array.from({ length: futures }, (_, k) => piece.from + k),
        },
        ...recorded.map(({ name, yesNo }, c) => ({
          name,
          type: yesNo ? ("INT32" as const) : ("DOUBLE" as const),
          data: column(c),
        })),
      ].map((one) => ({ ...one, offsetIndex: false })),
      statistics: false,
      kvMetadata: [{ key: KEY, value: plan.hash }],
    }),
  );
}

/**
 * A piece read back.
 *
 * @returns nothing if not every row is there as it must be: the piece is then played again.
 */
export async function readPiece(
  plan: SweepPlan,
  piece: Piece,
  bytes: Uint8Array,
): Promise<PieceRows | undefined> {
  const { parquetMetadata, parquetReadObjects } = await import("hyparquet");
  const { cells, scenarios, recorded } = plan;
  const { point, scenario } = cells[piece.cell];
  const futures = piece.to - piece.from;
  try {
    const file = new Uint8Array(bytes).buffer;
    const metadata = parquetMetadata(file);
    const said = metadata.key_value_metadata?.find(({ key }) => key === KEY)?.value;
    if (said !== plan.hash || Number(metadata.num_rows) !== futures) return undefined;
    const columns = ["point", "scenario", "future", ...recorded.map(({ name }) => name)];
    const found = await parquetReadObjects({ file, metadata, columns });
    const rows = new Float64Array(futures * recorded.length);
    for (const [k, row] of found.entries()) {
      const isItsPlace =
        row.point === point && row.scenario === scenarios[scenario].id && row.future === piece.from + k;
      if (!isItsPlace) return undefined;
      for (const [c, { name }] of recorded.entries()) {
        const value: unknown = row[name];
        if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
        rows[k * recorded.length + c] = value;
      }
    }
    return found.length === futures ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** As what the values of a variable are written. */
function variableType(values: readonly unknown[]): "DOUBLE" | "BOOLEAN" | "STRING" {
  if (values.every((value) => typeof value === "number")) return "DOUBLE";
  return values.every((value) => typeof value === "boolean") ? "BOOLEAN" : "STRING";
}
