export { type Cluster, type ClusterOptions, openCluster } from "./executor.ts";
export { type Health, health } from "./health.ts";
export {
  type ClusterStatus,
  cancelRun,
  clusterStatus,
  type FailedJob,
  type RunStatus,
} from "./status.ts";
export { type ClusterWorker, joinCluster, type WorkerOptions, type WorkerStatus } from "./worker.ts";
