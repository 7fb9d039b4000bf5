export { inProcess as inThisProcess } from "../forecast/index.ts";
export { appendLine } from "./append-line.ts";
export {
  type Cluster,
  type ClusterOptions,
  type ClusterStatus,
  type ClusterWorker,
  cancelRun,
  clusterStatus,
  type FailedJob,
  type Health,
  health,
  joinCluster,
  openCluster,
  type RunStatus,
  type WorkerOptions,
  type WorkerStatus,
} from "./cluster/index.ts";
export { type EventFileOptions, type EventFiles, readEventFiles, type ToldOfFile } from "./event-file.ts";
export { type ReadFolder, readFolder } from "./folder.ts";
export { queryFiles } from "./query/index.ts";
export { readBytes, readText } from "./read-text.ts";
export { openStore, type RunRow, type Store } from "./store/index.ts";
export { threads } from "./threads.ts";
export { canWrite, writeFiles } from "./write-files.ts";
