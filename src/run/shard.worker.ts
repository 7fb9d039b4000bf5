import { workerData } from "node:worker_threads";
import type { Case } from "../case/index.ts";
import { type Observations, observe, type Shard } from "../forecast/index.ts";
import { type Stage, stageOf } from "../simulate/index.ts";

const { source } = workerData as { readonly source: Case };
let stage: Stage | undefined;

/** What a worker thread does: one shard of the case with which it was started. */
export default function work(shard: Shard): Observations {
  stage ??= stageOf(source);
  return observe(stage, source, shard);
}
