// How many one-year futures a second, by case and by workers, and in how much memory?
// By number of actors, workers and horizon: the founding case, and one made by `tawazun new`. Wall time on an idle
// machine; CPU beside it. The last row of each case's one-year futures gives the figure that is watched.
import { fileURLToPath } from "node:url";
import type { Case } from "../../src/case/index.ts";
import { newCase, readCase } from "../../src/case/index.ts";
import { knownNames, shardsOf, violenceOf } from "../../src/desk/index.ts";
import { type Executor, inProcess, type Plan } from "../../src/forecast/index.ts";
import { readFolder, threads } from "../../src/run/index.ts";
import type { Scenario } from "../../src/simulate/index.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const PLAN: Plan = { questions: [], outcomes: [], detail: true };
const HORIZONS = [12, 24] as const;

async function iraq(): Promise<Case> {
  const path = fileURLToPath(new URL("../../cases/iraq-2012", import.meta.url));
  const { folder } = await readFolder(path);
  const source = folder === undefined ? undefined : readCase(folder, knownNames).world;
  if (source === undefined) throw new Error("cases/iraq-2012 cannot be read");
  return source;
}

function small(): Case {
  const files = newCase({ id: "bench", title: "Bench", asOf: "2025-01-15", horizon: "2026-12-31" });
  const source = readCase(files, knownNames).world;
  if (source === undefined) throw new Error("the new case cannot be read");
  return source;
}

interface Measured {
  readonly perSecond: number;
  /** Moves that came off, a second. */
  readonly movesPerSecond: number;
  readonly wall: number;
  readonly cpu: number;
}

async function measure(source: Case, executor: Executor, runs: number, months: number): Promise<Measured> {
  const scenario: Scenario = {
    seed: "bench",
    months,
    policy: "strategic",
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  // warm: the first shards are compiled, not measured
  await executor.carryOut(source, shardsOf(scenario, PLAN, 100));
  const started = performance.now();
  const before = process.cpuUsage();
  let moves = 0;
  await executor.stream(source, shardsOf(scenario, PLAN, runs), ({ kinds }) => {
    moves += kinds.reduce((sum, made) => sum + made, 0);
  });
  const used = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  return { perSecond: runs / wall, movesPerSecond: moves / wall, wall, cpu: (used.user + used.system) / 1e6 };
}

/** Futures a second, `futuresPerSecond`, by case, workers and horizon. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  const runs = options.quick ? 200 : 2000;
  const rows: Record<string, string | number>[] = [];
  for (const [name, source] of [
    ["cases/iraq-2012", await iraq()],
    ["made by tawazun new", small()],
  ] as const) {
    for (const [workers, months] of [1, 2].flatMap((count) => HORIZONS.map((h) => [count, h] as const))) {
      const executor = workers === 1 ? inProcess() : threads(workers);
      const measured = await measure(source, executor, runs, months);
      await executor.close();
      rows.push({
        case: name,
        actors: source.actors.length,
        workers,
        months,
        futures: runs,
        futuresPerSecond: measured.perSecond,
        "moves a second": Math.round(measured.movesPerSecond),
        "wall s": measured.wall,
        "CPU s": measured.cpu,
        "peak MB": process.resourceUsage().maxRSS / 1024,
      });
    }
  }
  return {
    title: "Futures",
    rows,
    notes: [
      "Every kind of move, the strategic policy, all that the pictures need observed, and forgotten as it comes. Moves are those that came off. Peak memory is of the whole process up to then.",
    ],
  };
}
