import type { Address } from "./address.ts";
import type { WorkerPresence } from "./presence.ts";

/** What is to be said of the workers that are there: nothing if some of them take work of this version. */
export function workersInWords(
  workers: readonly WorkerPresence[],
  version: string,
  { shown }: Address,
): string | undefined {
  if (workers.some((one) => one.version === version && !one.draining)) return undefined;
  const others = [...new Set(workers.filter((one) => one.version !== version).map((one) => one.version))];
  if (others.length === 0) {
    return `No worker is connected to ${shown}. Start one, on any machine: tawazun worker --cluster ADDRESS. The work waits for it.`;
  }
  return `No worker can do this work: it needs engine ${version}, and those connected to ${shown} have ${others.join(", ")}. The work waits for one of ${version}.`;
}
