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

/**
 * Carries out shards of a case: in this process, on threads, or elsewhere.
 *
 * The results come in the order of the shards; those not done when the signal was set are left out.
 */
export interface Executor {
  readonly workers: number;
  carryOut(source: Case, shards: readonly Shard[], watch?: Watch): Promise<readonly Observations[]>;
  close(): Promise<void>;
}

/** Carries shards out one after another where it is called: in Node, in a browser, in a test. */
export function inProcess(): Executor {
  let known: { readonly source: Case; readonly stage: ReturnType<typeof stageOf> } | undefined;
  return {
    workers: 1,
    async carryOut(source, shards, watch = {}) {
      if (known === undefined || known.source !== source) known = { source, stage: stageOf(source) };
      const results: Observations[] = [];
      let done = 0;
      for (const shard of shards) {
        if (watch.signal?.aborted) break;
        results.push(observe(known.stage, source, shard));
        done += shard.to - shard.from;
        watch.onRuns?.(done);
        // let others have a turn between shards: a browser stays alive, a signal is heard
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return results;
    },
    async close() {},
  };
}
