import type { Lent } from "../verb.ts";
import { pieceFile, readPiece } from "./piece-file.ts";
import { type Piece, piecesOf, type SweepPlan } from "./plan.ts";
import { type Moments, momentsOf } from "./summary.ts";

/** What stands in the folder of a sweep, by the file of its piece. */
export type Standing = ReadonlyMap<string, Moments>;

/** A piece that stands in the folder of its sweep, whole; nothing if it does not. */
export async function standingPiece(
  lent: Lent,
  plan: SweepPlan,
  folder: string,
  piece: Piece,
): Promise<Moments | undefined> {
  const bytes = await lent.readBytes(`${folder}/${pieceFile(piece)}`).catch(() => undefined);
  const rows = bytes === undefined ? undefined : await readPiece(plan, piece, bytes);
  return rows === undefined ? undefined : momentsOf(plan.recorded.length, rows);
}

/** All pieces that stand in the folder of a sweep, and their futures. */
export async function standingPieces(
  lent: Lent,
  plan: SweepPlan,
  folder: string,
): Promise<{ readonly standing: Standing; readonly futures: number }> {
  const standing = new Map<string, Moments>();
  let futures = 0;
  let going = plan.cells.map((_, cell) => cell);
  for (let round = 0; going.length > 0; round++) {
    const found: number[] = [];
    for (const piece of piecesOf(plan, round, going)) {
      const moments = await standingPiece(lent, plan, folder, piece);
      if (moments === undefined) continue;
      standing.set(pieceFile(piece), moments);
      futures += piece.to - piece.from;
      found.push(piece.cell);
    }
    // a point has its next futures only where some have been there, but for what was lost
    going = round === 0 && found.length > 0 ? going : found;
  }
  return { standing, futures };
}
