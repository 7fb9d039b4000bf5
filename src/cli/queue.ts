import { Command } from "commander";
import { TawazunError } from "../base/index.ts";
import { type ClusterStatus, cancelRun, clusterStatus } from "../run/index.ts";
import { plural, table, tablePlain } from "../show/index.ts";
import { clusterAddress, givenAddress } from "./cluster.ts";

const MOST_FAILURES = 20;

interface Given {
  readonly cluster?: string;
  readonly cancel?: string;
  readonly json?: boolean;
}

/**
 * The command that looks into a cluster's queue.
 *
 * @param done is told the exit code.
 */
export function queueCommand(version: string, done: (code: number) => void): Command {
  return new Command("queue")
    .summary("show what a cluster is working on, and cancel it")
    .description(
      "Show what a cluster is working on, and cancel it.\n\nWorkers with their threads; runs with what is waiting, under way and failed, and how far those who asked for them are; pieces that failed for good, with their message.",
    )
    .addOption(clusterAddress())
    .option("--cancel <run>", "cancel a run: whoever waits for it stops and keeps what is done")
    .option("--json", "print the result as JSON on the standard output")
    .action(async (given: Given) => done(await look(version, given)));
}

async function look(version: string, given: Given): Promise<number> {
  const address = givenAddress(given.cluster);
  if (given.cancel === undefined) {
    const status = await clusterStatus(address, version);
    print(given.json === true ? JSON.stringify(status, undefined, 2) : statusText(status));
    return 0;
  }
  const run = given.cancel;
  const { runs } = await clusterStatus(address, version);
  if (!runs.some((one) => one.run === run)) {
    const there =
      runs.length === 0 ? "There are none." : `There are ${runs.map((one) => one.run).join(", ")}.`;
    throw new TawazunError("cluster/run", `The cluster has no run "${run}". ${there}`);
  }
  const out = await cancelRun(address, version, run);
  print(
    given.json === true
      ? JSON.stringify({ cancelled: run, pieces: out }, undefined, 2)
      : `Cancelled ${run}: ${plural(out, "piece")} taken out of the queue; those under way are finished.`,
  );
  return 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function statusText({ cluster, workers, runs, failures }: ClusterStatus): string {
  const workerTable = table(
    "Workers",
    [
      { key: "host", name: "Worker" },
      { key: "version", name: "Engine" },
      { key: "threads", name: "Threads", align: "end" },
      { key: "running", name: "Pieces under way", align: "end" },
      { key: "done", name: "Done", align: "end" },
      { key: "failed", name: "Failed", align: "end" },
    ],
    workers.map(({ draining, host, ...rest }) => ({ host: draining ? `${host} (leaving)` : host, ...rest })),
  );
  const runTable = table(
    "Runs",
    [
      { key: "run", name: "Run" },
      { key: "version", name: "Engine" },
      { key: "waiting", name: "Waiting", align: "end" },
      { key: "active", name: "Under way", align: "end" },
      { key: "failed", name: "Failed", align: "end" },
      { key: "kept", name: "To fetch", align: "end" },
    ],
    runs.map(({ askers: _, ...rest }) => rest),
  );
  const askers = runs.flatMap(({ run, askers: of }) =>
    of.length === 0
      ? [`${run}: nobody waits for it`]
      : of.map(({ host, name, done, total }) => {
          const part =
            total > 0 ? `, ${done} of ${total} futures (${Math.floor((100 * done) / total)} %)` : "";
          return `${run}: ${name === "" ? "asked for" : name} by ${host}${part}`;
        }),
  );
  return [
    cluster,
    "",
    workers.length === 0 ? "No worker is connected." : tablePlain(workerTable),
    "",
    ...(runs.length === 0 ? ["Nothing is asked for."] : [tablePlain(runTable), "", ...askers]),
    ...(failures.length === 0
      ? []
      : [
          "",
          "Failed for good:",
          ...failures
            .slice(0, MOST_FAILURES)
            .map(({ run, id, message, tries }) => `  ${run} ${id.slice(0, 12)}, ${tries} tries: ${message}`),
          ...(failures.length > MOST_FAILURES ? [`  … and ${failures.length - MOST_FAILURES} more`] : []),
        ]),
  ].join("\n");
}
