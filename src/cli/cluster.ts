import { Option } from "commander";
import { TawazunError } from "../base/index.ts";
import { type Cluster, openCluster } from "../run/index.ts";

/** The verbs whose work a cluster can carry out. */
const clustered: ReadonlySet<string> = new Set(["sweep", "play"]);

/** Where a flag's value may also stand: there it is in no list of processes. */
const VARIABLE = "TAWAZUN_CLUSTER";

const schemes = "redis://…, rediss://… or postgres://…";

/** The flag that sends a verb's work to a cluster; nothing for the others. */
export function clusterFlag(verb: string): readonly Option[] {
  if (!clustered.has(verb)) return [];
  return [
    new Option(
      "--cluster <address>",
      `carry the work out on the workers of a cluster, at ${schemes} (see tawazun worker)`,
    ).env(VARIABLE),
  ];
}

/** The address that a command of its own needs. */
export function clusterAddress(): Option {
  return new Option("--cluster <address>", `address of the cluster's queue, ${schemes}`).env(VARIABLE);
}

/** @throws {TawazunError} `cluster/address` if none was given. */
export function givenAddress(given: unknown): string {
  if (typeof given === "string" && given !== "") return given;
  throw new TawazunError(
    "cluster/address",
    `Say where the cluster is: --cluster ${schemes}, or ${VARIABLE}.`,
  );
}

/**
 * Opens the cluster that a verb was told to work on.
 *
 * @param stop is called when somebody cancels the work from the queue.
 */
export async function clusterFor(
  given: unknown,
  what: { readonly version: string; readonly name: string },
  say: (line: string) => void,
  stop: () => void,
): Promise<Cluster | undefined> {
  if (given === undefined) return undefined;
  return openCluster(givenAddress(given), { ...what, say, onCancelled: stop });
}

/** Ends the process soon, whatever drivers of a server that is away still try; with the exit code set until then. */
export function endSoon(): void {
  setTimeout(() => process.exit(), 3_000).unref();
}
