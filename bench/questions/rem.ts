// How long does it take to fit an event model, statistics and fit together?
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../src/base/index.ts";
import { type EventData, type FitOptions, fitEvents } from "../../src/behave/index.ts";
import { type BenchOptions, type BenchResult, peakMemory, ratio } from "./measurement.ts";

interface Task {
  readonly what: string;
  readonly file: string;
  readonly fit: FitOptions;
  /** The peer's CPU seconds and its name. */
  readonly peer?: readonly [seconds: number, name: string];
  readonly goal: number;
  readonly slow?: true;
}

const four = "inertia + recip + trans + indeg";
const tasks: readonly Task[] = [
  { what: "choice, 4 terms", file: "ev10k_200.csv", fit: { kind: "choice", formula: four }, peer: [21.5, "goldfish"], goal: 0.5 },
  { what: "rate with times, 3 terms", file: "ev10k_200.csv", fit: { kind: "rate-timed", formula: "1 + indeg + outdeg" }, peer: [22.2, "goldfish"], goal: 0.5 },
  { what: "ordered REM, all pairs, 3 terms", file: "ev10k_200.csv", fit: { kind: "rem", formula: "inertia + recip + trans" }, peer: [248.1, "goldfish"], goal: 15 },
  { what: "choice, 4 terms", file: "ev100k_200.csv", fit: { kind: "choice", formula: four }, peer: [239.8, "goldfish"], goal: 5, slow: true },
  { what: "REM, 20 controls, 3 terms", file: "ev100k_200.csv", fit: { kind: "rem-sampled", formula: "inertia + recip + trans", controls: 20 }, peer: [120.9, "remstats"], goal: 4, slow: true },
]; // biome-ignore format: a table

/** Events of a file with columns time, sender, receiver. */
function eventsOf(file: string): EventData {
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const actors = [...new Set(rows.flatMap(([, sender, receiver]) => [sender, receiver]))].sort();
  const numbers = new Map(actors.map((actor, i) => [actor, i]));
  const list = {
    time: Float64Array.from(rows, ([time]) => Number(time)),
    sender: Int32Array.from(rows, ([, sender]) => numbers.get(sender) ?? 0),
    receiver: Int32Array.from(rows, ([, , receiver]) => numbers.get(receiver) ?? 0),
    value: new Float64Array(rows.length).fill(1),
  };
  return {
    actors,
    networks: { calls: { directed: true, changes: "increment", list } },
    attributes: {},
    dependent: list,
    network: "calls",
  };
}

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const folder = words[0] ?? "../shared/data/rem/speed";
  const rows: { readonly [column: string]: string | number }[] = [];
  for (const { what, file, fit, peer, goal, slow } of tasks) {
    if (quick && slow === true) continue;
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const data = eventsOf(path);
    const before = process.cpuUsage();
    const made = fitEvents(data, { ...fit, random: seeded("bench") });
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    rows.push({
      model: what,
      events: made.events,
      actors: data.actors.length,
      "CPU seconds": Number(seconds.toFixed(2)),
      goal,
      "events per second": Math.round(made.events / seconds),
      peer: peer === undefined ? "–" : `${peer[1]} ${peer[0]} s`,
      faster: ratio(peer?.[0], seconds),
      "log-likelihood": made.logLikelihood.toFixed(3),
      "peak MB": peakMemory(),
    });
  }
  return {
    title: "Fitting event models",
    rows,
    notes: [
      "Statistics and fit together, CPU seconds of the whole process from the columns in memory to the estimates, compilation by the engine included.",
      "Peers, measured once on a machine of this kind with one thread: goldfish 1.7.0 with its compiled engine, remstats and remstimate with 20 controls and 3 to 5 terms. The same streams, the same terms.",
      `The streams are ${folder}/ev10k_200.csv and ev100k_200.csv; name another folder after the question.`,
    ],
  };
}
