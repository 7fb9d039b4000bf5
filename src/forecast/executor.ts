import type { Case } from "../case/index.ts";
import { stageOf } from "../simulate/index.ts";
import { type Observations, observe, type Shard } from "./observe.ts";

/** How work is watched and stopped while it is carried out. */
export interface Watch {
  /** Called after each shard with the number of runs done so far. */
  readonly onRuns?: ((done: number) => void) | undefined;
  /** When it is set, no further shard is begun; what is done is returned. */
  readonly signal?: AbortSignal | undefined;
}

/** Takes the result of a shard; it is not kept by whoever gives it. */
export type Take = (observations: Observations) => void | Promise<void>;

/**
 * Carries out shards of a case: in this process, on threads, or elsewhere.
 */
export interface Executor {
  readonly workers: number;
  /** Pieces of work that it likes to have at once, where that is more than its workers: a queue is kept filled. */
  readonly ahead?: number;
  /** All results, in the order of the shards; those not done when the signal was set are left out. */
  carryOut(source: Case, shards: readonly Shard[], watch?: Watch): Promise<readonly Observations[]>;
  /**
   * Hands each result over in the order of the shards, each once, and forgets it: memory does not grow with their
   * number. It ends at the first shard that was not done when the signal was set, and at whatever `take` throws.
   */
  stream(source: Case, shards: readonly Shard[], take: Take, watch?: Watch): Promise<void>;
  close(): Promise<void>;
}

/** Carries shards out one after another where it is called: in Node, in a browser, in a test. */
export function inProcess(): Executor {
  let known: { readonly source: Case; readonly stage: ReturnType<typeof stageOf> } | undefined;
  async function stream(
    source: Case,
    shards: readonly Shard[],
    take: Take,
    watch: Watch = {},
  ): Promise<void> {
    if (known === undefined || known.source !== source) known = { source, stage: stageOf(source) };
    let done = 0;
    for (const shard of shards) {
      if (watch.signal?.aborted) break;
      await take(observe(known.stage, source, shard));
      done += shard.to - shard.from;
      watch.onRuns?.(done);
      // let others have a turn between shards: a browser stays alive, a signal is heard
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  return {
    workers: 1,
    stream,
    async carryOut(source, shards, watch) {
      const results: Observations[] = [];
      await stream(source, shards, (result) => void results.push(result), watch);
      return results;
    },
    async close() {},
  };
}
