import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { Executor } from "../../forecast/index.ts";
import type { Lent } from "../verb.ts";
import { carryOutPieces, type Failed } from "./carry-out.ts";
import { type PieceRows, pieceFile, pieceText, readPiece } from "./piece-file.ts";
import { type Piece, piecesOf, type SweepPlan } from "./plan.ts";
import { type CellSummary, cellSummary, isPrecise } from "./summary.ts";

/** Pieces that are there, with their rows, in the order in which they are merged. */
export interface SweepPlayed {
  readonly done: readonly { readonly piece: Piece; readonly rows: PieceRows }[];
  readonly cells: readonly CellSummary[];
  /** Futures that were in the folder already. */
  readonly before: number;
  readonly futures: number;
  readonly failed: readonly Failed<Piece>[];
  readonly stopped: boolean;
  /** Why it ended early other than by the user: what was kept stays. */
  readonly trouble?: TawazunError;
}

interface Made {
  readonly rows: PieceRows;
  /** Whether it stands in the folder. */
  readonly isKept: boolean;
}

/**
 * Plays what is missing of a sweep, and keeps each piece as a file of its own, whole or not at all.
 *
 * @param folder where the pieces of this sweep stand. What is there is read and not played again.
 * @remarks Rounds: all points get their next futures, then those that are not yet precise enough get more. What is
 * played in a round depends on the rows of those before and on nothing else, so that the same rows come out on any
 * number of workers, whenever it was stopped. Done is what has its rows, not what was once begun.
 */
export async function playSweep(
  lent: Lent,
  source: Case,
  plan: SweepPlan,
  executor: Executor,
  folder: string,
  options: { readonly wait?: number } = {},
): Promise<SweepPlayed> {
  const { cells, recorded } = plan;
  const { signal } = lent;
  const rows = new Map<string, PieceRows>();
  const parts: PieceRows[][] = cells.map(() => []);
  const order: Piece[] = [];
  const failed: Failed<Piece>[] = [];
  let before = 0;
  let played = 0;
  let asked = 0;
  let trouble: TawazunError | undefined;

  const there = async (piece: Piece): Promise<PieceRows | undefined> => {
    const text = await lent.readText(`${folder}/${pieceFile(piece)}`).catch(() => undefined);
    return text === undefined ? undefined : readPiece(plan, piece, text);
  };
  const tell = (): void =>
    lent.onProgress?.({
      done: played,
      total: Math.max(1, plan.most - before),
      doing: `playing ${plan.most} futures at ${cells.length} points${failed.length === 0 ? "" : `, ${failed.length} pieces failed`}`,
    });
  const work = {
    async play(piece: Piece): Promise<Made | undefined> {
      // another process on the same folder may have done it in the meantime
      const kept = await there(piece);
      if (kept !== undefined) return { rows: kept, isKept: true };
      const results = await executor.carryOut(source, plan.shards(piece), { signal });
      if (results.length < piece.to - piece.from) return undefined;
      const made = new Float64Array((piece.to - piece.from) * recorded.length);
      for (const [k, { measures }] of results.entries()) made.set(measures, k * recorded.length);
      return { rows: made, isKept: false };
    },
    async keep(piece: Piece, made: Made): Promise<void> {
      const file = pieceFile(piece);
      if (!made.isKept) {
        const bytes = new TextEncoder().encode(pieceText(plan, piece, made.rows));
        await lent.writeFiles(folder, new Map([[file, bytes]]));
      }
      rows.set(file, made.rows);
      played += piece.to - piece.from;
      tell();
    },
  };

  try {
    // what works on threads starts them once, and not once for each piece begun at the same time
    await executor.carryOut(source, []);
    let going = cells.map((_, cell) => cell);
    for (let round = 0; going.length > 0 && signal?.aborted !== true; round++) {
      const pieces: Piece[] = [];
      for (const piece of piecesOf(plan, round, going)) {
        if (asked + piece.to - piece.from > plan.most) break;
        asked += piece.to - piece.from;
        pieces.push(piece);
      }
      if (pieces.length === 0) break;
      order.push(...pieces);
      const missing: Piece[] = [];
      for (const piece of pieces) {
        const kept = await there(piece);
        if (kept === undefined) missing.push(piece);
        else {
          rows.set(pieceFile(piece), kept);
          before += piece.to - piece.from;
        }
      }
      failed.push(...(await carryOutPieces(missing, executor.workers, work, { signal, ...options })));
      for (const piece of pieces) {
        const found = rows.get(pieceFile(piece));
        if (found !== undefined) parts[piece.cell].push(found);
      }
      going = going.filter((cell) => !isPrecise(recorded, cellSummary(recorded, cell, parts[cell])));
    }
  } catch (error) {
    if (!(error instanceof TawazunError && error.code.startsWith("file/"))) throw error;
    trouble = error;
  }
  const done = order
    .flatMap((piece) => {
      const found = rows.get(pieceFile(piece));
      return found === undefined ? [] : [{ piece, rows: found }];
    })
    .sort((a, b) => a.piece.cell - b.piece.cell || a.piece.from - b.piece.from);
  const byCell: PieceRows[][] = cells.map(() => []);
  for (const { piece, rows: found } of done) byCell[piece.cell].push(found);
  return {
    done,
    cells: byCell.map((found, cell) => cellSummary(recorded, cell, found)),
    before,
    futures: done.reduce((sum, { piece }) => sum + piece.to - piece.from, 0),
    failed,
    stopped: signal?.aborted ?? false,
    ...(trouble === undefined ? {} : { trouble }),
  };
}
