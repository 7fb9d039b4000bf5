import type { Case } from "../../case/index.ts";
import type { Executor } from "../../forecast/index.ts";
import type { Lent } from "../verb.ts";
import type { Pace } from "./pace.ts";
import type { SweepPlan } from "./plan.ts";

/** Milliseconds that a sample should last to be worth something. */
const LONG_ENOUGH = 1500;

/** Times a few futures of points spread over the design; they are thrown away. Nothing without a stopwatch. */
export async function samplePace(
  lent: Lent,
  source: Case,
  plan: SweepPlan,
  executor: Executor,
): Promise<Pace | undefined> {
  const { stopwatch, signal } = lent;
  if (stopwatch === undefined) return undefined;
  const sample = (futures: number) =>
    Array.from({ length: futures }, (_, k) => {
      const cell = Math.floor((k / futures) * plan.cells.length);
      return plan.shards({ cell, from: k, to: k + 1 });
    }).flat();
  // the first futures are slower than the rest: workers start, and code is compiled
  await executor.carryOut(source, sample(executor.workers), { signal });
  for (let futures = 2 * executor.workers; ; futures *= 2) {
    const before = stopwatch();
    await executor.carryOut(source, sample(futures), { signal });
    const took = stopwatch() - before;
    if (took >= LONG_ENOUGH || futures >= plan.most || signal?.aborted === true)
      return { futures, seconds: (took / 1000) * executor.workers };
  }
}

/** `about 40 s`, `about 12 minutes`, `about 5 hours`. */
export function aboutSo(seconds: number): string {
  if (seconds < 1) return "about a second";
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `about ${Math.round(seconds / 3600)} hours`;
  return `about ${Math.round(seconds / 86_400)} days`;
}
