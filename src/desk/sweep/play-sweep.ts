import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { Executor } from "../../forecast/index.ts";
import type { Lent } from "../verb.ts";
import { carryOutPieces, type Failed } from "./carry-out.ts";
import { type PieceRows, pieceBytes, pieceFile } from "./piece-file.ts";
import { type Piece, piecesOf, type SweepPlan } from "./plan.ts";
import { type Standing, standingPiece } from "./standing.ts";
import { type CellSummary, cellSummary, isPrecise, type Moments, momentsOf, together } from "./summary.ts";

/** What was found at each point, and how it ended. */
export interface SweepPlayed {
  readonly cells: readonly CellSummary[];
  /** Futures that were in the folder already. */
  readonly before: number;
  readonly futures: number;
  readonly failed: readonly Failed<Piece>[];
  readonly stopped: boolean;
  /** Whether it ended because its time was spent. */
  readonly spent: boolean;
  /** Why it ended early other than by the user: what was kept stays. */
  readonly trouble?: TawazunError;
}

/** A piece that was played, or found in the folder: then without its rows, which need not be written. */
interface Made {
  readonly rows?: PieceRows;
  readonly moments: Moments;
}

const none = (columns: number): Moments => momentsOf(columns, new Float64Array());

/**
 * Plays what is missing of a sweep, and keeps each piece as a file of its own, whole or not at all.
 *
 * @param folder where the pieces of this sweep stand. What is there is read and not played again.
 * @param options.standing what is there, if that was looked up already.
 * @param options.isEnough once it says yes no further piece is begun.
 * @remarks Rounds: all points get their next futures, then those that are not yet precise enough get more; where no
 * precision is wanted all pieces are one round. What is played in a round depends on the rows of those before and on
 * nothing else, so that the same rows come out on any number of workers, whenever it was stopped. Done is what has its
 * rows, not what was once begun. No row is kept in memory, only sums by piece.
 */
export async function playSweep(
  lent: Lent,
  source: Case,
  plan: SweepPlan,
  executor: Executor,
  folder: string,
  options: {
    readonly wait?: number;
    readonly standing?: Standing;
    readonly isEnough?: (() => boolean) | undefined;
  } = {},
): Promise<SweepPlayed> {
  const { cells, recorded } = plan;
  const { signal } = lent;
  const { standing, isEnough = () => false, ...patience } = options;
  const moments: Moments[] = cells.map(() => none(recorded.length));
  const failed: Failed<Piece>[] = [];
  let made = new Map<string, Moments>();
  let before = 0;
  let played = 0;
  let left = 0;
  let trouble: TawazunError | undefined;

  const there = (piece: Piece): Promise<Moments | undefined> => standingPiece(lent, plan, folder, piece);
  const tell = (): void =>
    lent.onProgress?.({
      done: played,
      total: Math.max(1, plan.most - before),
      doing: `playing ${plan.most} futures at ${cells.length} points${left === 0 ? "" : `, ${left} ${left === 1 ? "piece" : "pieces"} failed`}`,
    });
  const work = {
    async play(piece: Piece): Promise<Made | undefined> {
      // another process on the same folder may have done it in the meantime
      const kept = await there(piece);
      if (kept !== undefined) return { moments: kept };
      const results = await executor.carryOut(source, plan.shards(piece), { signal });
      if (results.length < piece.to - piece.from) return undefined;
      const rows = new Float64Array((piece.to - piece.from) * recorded.length);
      for (const [k, { measures }] of results.entries()) rows.set(measures, k * recorded.length);
      return { rows, moments: momentsOf(recorded.length, rows) };
    },
    async keep(piece: Piece, { rows, moments: found }: Made): Promise<void> {
      const file = pieceFile(piece);
      if (rows !== undefined)
        await lent.writeFiles(folder, new Map([[file, await pieceBytes(plan, piece, rows)]]));
      made.set(file, found);
      played += piece.to - piece.from;
      tell();
    },
  };
  const onFailed = (): void => {
    left += 1;
    tell();
  };
  /** Adds what was made of these pieces to the points, in their order. */
  const fold = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      const found = made.get(pieceFile(piece));
      if (found !== undefined) moments[piece.cell] = together(moments[piece.cell], found);
    }
    made = new Map();
  };

  let current: readonly Piece[] = [];
  try {
    // what works on threads starts them once, and not once for each piece begun at the same time
    await executor.carryOut(source, []);
    for (const pieces of rounds(plan, (cell) =>
      isPrecise(recorded, cellSummary(recorded, cell, moments[cell])),
    )) {
      current = pieces;
      const missing: Piece[] = [];
      for (const piece of pieces) {
        const kept = standing === undefined ? await there(piece) : standing.get(pieceFile(piece));
        if (kept === undefined) missing.push(piece);
        else {
          made.set(pieceFile(piece), kept);
          before += piece.to - piece.from;
        }
      }
      failed.push(
        ...(await carryOutPieces(missing, executor.ahead ?? executor.workers, work, {
          signal,
          isEnough,
          onFailed,
          ...patience,
        })),
      );
      fold(pieces);
      if (signal?.aborted === true || isEnough()) break;
    }
  } catch (error) {
    if (!(error instanceof TawazunError && error.code.startsWith("file/"))) throw error;
    trouble = error;
    fold(current);
  }
  const summaries = moments.map((found, cell) => cellSummary(recorded, cell, found));
  const futures = summaries.reduce((sum, one) => sum + one.futures, 0);
  const lacking = failed.reduce((sum, { piece }) => sum + piece.to - piece.from, 0);
  const stopped = signal?.aborted ?? false;
  return {
    cells: summaries,
    before,
    futures,
    failed,
    stopped,
    spent: !stopped && trouble === undefined && isEnough() && !isWhole(plan, summaries, futures + lacking),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** The pieces of each round, until the futures are used up or every point is precise. */
function* rounds(plan: SweepPlan, isDone: (cell: number) => boolean): Generator<readonly Piece[]> {
  const waits = plan.recorded.some(({ precision }) => precision !== undefined);
  let going = plan.cells.map((_, cell) => cell);
  let asked = 0;
  const all: Piece[] = [];
  for (let round = 0; going.length > 0; round++) {
    const pieces: Piece[] = [];
    for (const piece of piecesOf(plan, round, going)) {
      if (asked + piece.to - piece.from > plan.most) break;
      asked += piece.to - piece.from;
      pieces.push(piece);
    }
    if (pieces.length === 0) break;
    if (!waits) all.push(...pieces);
    else {
      yield pieces;
      going = going.filter((cell) => !isDone(cell));
    }
  }
  if (all.length > 0) yield all;
}

/** Whether nothing is left to play. */
function isWhole(plan: SweepPlan, cells: readonly CellSummary[], futures: number): boolean {
  if (futures >= plan.most) return true;
  return cells.every((one) => one.futures >= plan.repetitions || isPrecise(plan.recorded, one));
}
