import { workerData } from "node:worker_threads";
import { TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import { type Observations, observe, type Shard } from "../forecast/index.ts";
import { type Stage, stageOf } from "../simulate/index.ts";

const { source } = workerData as { readonly source: Case };
let stage: Stage | undefined;

/** What comes back of a shard: what was observed, or a refusal; an error of ours would lose its code on the way. */
export type Shipped =
  | Observations
  | { readonly refused: { readonly code: string; readonly message: string } };

/** What a worker thread does: one shard of the case with which it was started. */
export default function work(shard: Shard): Shipped {
  try {
    stage ??= stageOf(source);
    return observe(stage, source, shard);
  } catch (error) {
    if (error instanceof TawazunError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}
