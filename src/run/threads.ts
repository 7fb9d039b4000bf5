import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import type { Executor, Observations, Shard, Take, Watch } from "../forecast/index.ts";
import { again } from "./again.ts";
import { inOrder } from "./in-order.ts";
import type { Shipped } from "./shard.worker.ts";

/**
 * Carries shards out on worker threads.
 *
 * @param workers how many; default: as many as the machine can run at once.
 * @remarks A shard is a pure function of the case and its own data, so the results are those of
 * {@link inProcess}, byte for byte. A thread that dies takes its shard with it, which is done again.
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
      // a play makes little that is soon forgotten: more room for it would be memory without use
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    });
    current = source;
    return pool;
  }

  async function stream(
    source: Case,
    shards: readonly Shard[],
    take: Take,
    watch: Watch = {},
  ): Promise<void> {
    const ready = await poolFor(source);
    const { signal } = watch;
    let done = 0;
    const job = async (at: number): Promise<Observations | undefined> => {
      const shard = shards[at];
      const work = (): Promise<Observations> =>
        ready.run(shard, signal === undefined ? {} : { signal }).then(unpacked);
      const result = await again(work, `futures ${shard.from} to ${shard.to - 1}`, signal);
      if (result === undefined) return undefined;
      done += shard.to - shard.from;
      watch.onRuns?.(done);
      return result;
    };
    await inOrder(shards.length, workers, job, take);
  }

  return {
    workers,
    stream,
    async carryOut(source, shards, watch) {
      const results: Observations[] = [];
      await stream(source, shards, (result) => void results.push(result), watch);
      return results;
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
      current = undefined;
    },
  };
}

function unpacked(shipped: Shipped): Observations {
  if ("refused" in shipped) throw new TawazunError(shipped.refused.code, shipped.refused.message);
  return shipped;
}
