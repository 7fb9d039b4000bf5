import { TawazunError } from "../../base/index.ts";

/** How often a piece is tried again that fails, and how long is waited before: four times longer each time. */
const RETRIES = 3;
const FIRST_WAIT = 100;

/** A piece that could not be done. */
export interface Failed<Piece> {
  readonly piece: Piece;
  readonly message: string;
}

/** What is done with a piece: the first is tried again if it fails; the second, if it fails, ends all. */
export interface PieceWork<Piece, Result> {
  /** Nothing if it was stopped. */
  play(piece: Piece): Promise<Result | undefined>;
  keep(piece: Piece, result: Result): Promise<void>;
}

/**
 * Carries out pieces side by side, in any order. One that fails is tried three times more and then left, so that the
 * rest is done.
 *
 * @returns the pieces that could not be done, in their order.
 * @throws whatever `keep` throws, after the pieces under way are done: what was kept stays.
 */
export async function carryOutPieces<Piece, Result>(
  pieces: readonly Piece[],
  side: number,
  { play, keep }: PieceWork<Piece, Result>,
  options: {
    readonly signal?: AbortSignal | undefined;
    readonly wait?: number;
    /** Once it says yes no further piece is begun; those under way are done and kept. */
    readonly isEnough?: (() => boolean) | undefined;
    /** Told at once of a piece that is left. */
    readonly onFailed?: ((piece: Piece) => void) | undefined;
  } = {},
): Promise<readonly Failed<Piece>[]> {
  const failed: (Failed<Piece> & { at: number })[] = [];
  let next = 0;
  let over = false;
  const { signal, wait = FIRST_WAIT, isEnough } = options;
  const going = (): boolean => !over && signal?.aborted !== true;

  async function tried(at: number): Promise<Result | undefined> {
    for (let k = 0, pause = wait; ; k++, pause *= 4) {
      try {
        return await play(pieces[at]);
      } catch (error) {
        if (!going()) return undefined;
        if (k === RETRIES) {
          failed.push({ at, piece: pieces[at], message: said(error) });
          options.onFailed?.(pieces[at]);
          return undefined;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async function worker(): Promise<void> {
    while (going() && isEnough?.() !== true && next < pieces.length) {
      const at = next++;
      const result = await tried(at);
      if (result === undefined) continue;
      try {
        await keep(pieces[at], result);
      } catch (error) {
        over = true;
        throw error;
      }
    }
  }

  const ends = await Promise.allSettled(Array.from({ length: Math.max(1, side) }, worker));
  const broken = ends.find((end) => end.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  return failed.sort((a, b) => a.at - b.at).map(({ piece, message }) => ({ piece, message }));
}

function said(error: unknown): string {
  if (error instanceof TawazunError) return `${error.message} [${error.code}]`;
  return error instanceof Error ? error.message : String(error);
}
