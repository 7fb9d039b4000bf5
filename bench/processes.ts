import { readdirSync, readFileSync } from "node:fs";

interface ProcessTimes {
  readonly name: string;
  readonly parent: number;
  /** Seconds of CPU of the process itself, and of its children that have ended. */
  readonly own: number;
  readonly ended: number;
}

/** Ticks a second in which Linux counts. */
const TICKS = 100;

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the name stands in brackets and may hold anything
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    return {
      name: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")),
      parent: Number(fields[1]),
      own: (user + system) / TICKS,
      ended: (endedUser + endedSystem) / TICKS,
    };
  } catch {
    return undefined;
  }
}

/** Seconds of CPU, in steps of 10 ms, by who used them. */
export interface CpuByWho {
  /** This process. */
  readonly own: number;
  /** Servers of Redis or PostgreSQL that it has started. */
  readonly queue: number;
  /** All else that it has started. */
  readonly workers: number;
}

/** What this process and all that it has started have used. Linux only. */
export function cpuByWho(): CpuByWho {
  const all = new Map<number, ProcessTimes>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const times = Number.isInteger(pid) ? timesOf(pid) : undefined;
    if (times !== undefined) all.set(pid, times);
  }
  const isOurs = (pid: number): boolean => {
    for (let at = pid, steps = 0; at > 1 && steps < 64; steps++) {
      if (at === process.pid) return true;
      at = all.get(at)?.parent ?? 0;
    }
    return false;
  };
  let [own, queue, workers] = [0, 0, 0];
  for (const [pid, times] of all) {
    if (!isOurs(pid)) continue;
    if (pid === process.pid) own += times.own;
    else if (/redis|valkey|postgres/.test(times.name)) queue += times.own + times.ended;
    else workers += times.own + times.ended;
  }
  return { own, queue, workers };
}
