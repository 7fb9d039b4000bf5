import { TawazunError } from "../base/index.ts";

/** How often a piece of work is tried whose worker died. */
const TRIES = 3;

/**
 * Does a piece of work again if its worker died under it: it gave no result, so that nothing is counted twice.
 *
 * @returns nothing if the work was stopped.
 * @throws {TawazunError} `run/worker` if workers died each time; any error of the work itself, at once.
 */
export async function again<Result>(
  work: () => Promise<Result>,
  what: string,
  signal: AbortSignal | undefined,
): Promise<Result | undefined> {
  for (let tried = 1; ; tried++) {
    if (signal?.aborted) return undefined;
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted) return undefined;
      if (!workerDied(error)) throw error;
      if (tried === TRIES) {
        throw new TawazunError(
          "run/worker",
          `The worker that played ${what} was killed ${TRIES} times; is there enough memory? Fewer workers need less.`,
        );
      }
    }
  }
}

/** Whether an error says that a thread is gone, and not that its work went wrong. */
function workerDied(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  // an error with a code of ours was thrown by the work
  if (typeof code === "string" && code.includes("/")) return false;
  return (
    code === "ERR_WORKER_OUT_OF_MEMORY" || /worker.*(exit|terminat)|terminat.*worker/i.test(error.message)
  );
}
