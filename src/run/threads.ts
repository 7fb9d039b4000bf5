import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { Case } from "../case/index.ts";
import type { Executor, Observations, Shard, Watch } from "../forecast/index.ts";

/**
 * Carries shards out on worker threads.
 *
 * @param workers how many; default: as many as the machine can run at once.
 * @remarks A shard is a pure function of the case and its own data, so the results are those of
 * {@link inProcess}, byte for byte. A thread that dies takes its shard with it, which is done again, once.
 */
export function threads(workers: number = availableParallelism()): Executor {
  let pool: Piscina | undefined;
  let current: Case | undefined;

  async function poolFor(source: Case): Promise<Piscina> {
    if (pool !== undefined && current === source) return pool;
    await pool?.destroy();
    const file = import.meta.url.endsWith(".ts") ? "./shard.worker.ts" : "./shard.worker.js";
    pool = new Piscina({
      filename: new URL(file, import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
      workerData: { source },
    });
    current = source;
    return pool;
  }

  return {
    workers,
    async carryOut(source, shards, watch: Watch = {}) {
      const ready = await poolFor(source);
      const results: (Observations | undefined)[] = shards.map(() => undefined);
      let done = 0;
      let next = 0;
      const one = async (): Promise<void> => {
        while (next < shards.length && !watch.signal?.aborted) {
          const at = next++;
          results[at] = await again(ready, shards[at], watch.signal);
          if (results[at] === undefined) return;
          done += shards[at].to - shards[at].from;
          watch.onRuns?.(done);
        }
      };
      await Promise.all(Array.from({ length: workers }, one));
      return results.filter((result) => result !== undefined);
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
      current = undefined;
    },
  };
}

/** Runs a shard; once more if its thread died; nothing if it was stopped. */
async function again(
  pool: Piscina,
  shard: Shard,
  signal: AbortSignal | undefined,
): Promise<Observations | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await pool.run(shard, signal === undefined ? {} : { signal })) as Observations;
    } catch (error) {
      if (signal?.aborted) return undefined;
      const died =
        error instanceof Error &&
        /exit|terminat/i.test(error.message) &&
        !("code" in error && error.code === "rule/unknown");
      if (!died || attempt > 0) throw error;
    }
  }
}
