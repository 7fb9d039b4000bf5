import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { health, joinCluster } from "../run/index.ts";
import { clusterAddress, endSoon, givenAddress } from "./cluster.ts";

interface Given {
  readonly cluster?: string;
  readonly threads: number;
  readonly health?: { readonly address: string; readonly port: number };
  readonly lease?: number;
}

/**
 * The command that joins a cluster and carries out what sweeps ask of it, until it is told to leave.
 *
 * @param done is told the exit code.
 */
export function workerCommand(version: string, done: (code: number) => void): Command {
  return new Command("worker")
    .summary("join a cluster and carry out what sweeps anywhere ask of it")
    .description(
      "Join a cluster and carry out what sweeps anywhere ask of it.\n\nFetches a case by its hash from the cluster's store, plays pieces of work on threads, and puts their rows where the sweep fetches them. Takes only work for its own version of the engine. SIGTERM or Ctrl-C: finishes what it has begun, takes nothing new, and leaves with code 0; a second time: leaves at once, and another worker does its pieces again.",
    )
    .addOption(clusterAddress())
    .option("--threads <number>", "threads that play", whole(1, 1024), availableParallelism())
    .option(
      "--health <port>",
      "port, or ADDRESS:PORT, on which to say as JSON how it is; 503 while the cluster does not answer",
      place,
    )
    .option(
      "--lease <seconds>",
      "seconds after which a worker without a sign of life has lost its pieces; 15 if not given",
      whole(2, 3600),
    )
    .action(async (given: Given) => done(await work(version, given)));
}

async function work(version: string, given: Given): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const { threads, lease } = given;
  const worker = await joinCluster(givenAddress(given.cluster), { version, threads, lease, say });
  const told =
    given.health === undefined
      ? undefined
      : await health(given.health.port, given.health.address, () => {
          const about = worker.status();
          return { well: about.cluster === "reachable", about };
        }).catch(async (error) => {
          await worker.close();
          throw error;
        });
  if (told !== undefined) say(`Says how it is on http://${given.health?.address}:${told.port}/.`);
  await new Promise<void>((resolve) => {
    let asked = 0;
    const leave = (): void => {
      asked += 1;
      if (asked > 1) process.exit(130);
      void worker.close().then(resolve);
    };
    process.on("SIGTERM", leave);
    process.on("SIGINT", leave);
  });
  await told?.close();
  endSoon();
  return 0;
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function place(text: string): { readonly address: string; readonly port: number } {
  const [, address = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
  return { address: address.replace(/^\[(.*)\]$/, "$1"), port: whole(0, 65_535)(port) };
}
