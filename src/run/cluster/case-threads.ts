import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { Executor } from "../../forecast/index.ts";
import { threads } from "../threads.ts";
import { unshipped } from "./job.ts";
import type { Shelf } from "./shelf.ts";

/** Cases for which threads are kept ready. */
const MOST = 2;

interface Ready {
  readonly executor: Executor;
  readonly source: Case;
}

/** Threads that play the cases of a cluster, each fetched once by its hash. */
export interface CaseThreads {
  use<Result>(hash: string, work: (executor: Executor, source: Case) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Keeps threads ready for the cases worked on last. */
export function caseThreads(shelf: Shelf, count: number, say: (line: string) => void): CaseThreads {
  const kept = new Map<string, { readonly ready: Promise<Ready>; users: number }>();

  async function make(hash: string): Promise<Ready> {
    const [bytes] = await shelf.get("cases", [hash]);
    if (bytes === undefined) {
      throw new TawazunError("cluster/case", `The case ${hash.slice(0, 12)} is not in the cluster's store.`);
    }
    const source = unshipped(hash, bytes);
    say(`Fetched the case ${source.head.id} (${hash.slice(0, 12)}).`);
    const executor = threads(count);
    // starts them once, and not once for each piece begun at the same time
    await executor.carryOut(source, []);
    return { executor, source };
  }

  async function makeRoom(): Promise<void> {
    for (const [hash, { ready, users }] of kept) {
      if (kept.size <= MOST) return;
      if (users > 0) continue;
      kept.delete(hash);
      await (await ready).executor.close();
    }
  }

  return {
    async use(hash, work) {
      const found = kept.get(hash) ?? { ready: make(hash), users: 0 };
      // the one used last stands last
      kept.delete(hash);
      kept.set(hash, found);
      found.users += 1;
      try {
        const { executor, source } = await found.ready;
        return await work(executor, source);
      } catch (error) {
        await found.ready.catch(() => kept.delete(hash));
        throw error;
      } finally {
        found.users -= 1;
        await makeRoom();
      }
    },
    async close() {
      for (const { ready } of kept.values()) {
        await ready.then(({ executor }) => executor.close()).catch(() => undefined);
      }
      kept.clear();
    },
  };
}
