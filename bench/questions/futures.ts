// How many one-year futures a second, by case and by workers, and in how much memory?
// The founding case, and one made by `tawazun new`. Wall time on an idle machine; CPU beside it.
import { fileURLToPath } from "node:url";
import type { Case } from "../../src/case/index.ts";
import { newCase, readCase } from "../../src/case/index.ts";
import { knownNames, shardsOf, violenceOf } from "../../src/desk/index.ts";
import { type Executor, inProcess, type Plan } from "../../src/forecast/index.ts";
import { readFolder, threads } from "../../src/run/index.ts";
import type { Scenario } from "../../src/simulate/index.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const PLAN: Plan = { questions: [], outcomes: [], detail: true };

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
  readonly wall: number;
  readonly cpu: number;
}

async function measure(source: Case, executor: Executor, runs: number): Promise<Measured> {
  const scenario: Scenario = {
    seed: "bench",
    months: 12,
    policy: "strategic",
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  // warm: the first shards are compiled, not measured
  await executor.carryOut(source, shardsOf(scenario, PLAN, 100));
  const started = performance.now();
  const before = process.cpuUsage();
  await executor.carryOut(source, shardsOf(scenario, PLAN, runs));
  const used = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  return { perSecond: runs / wall, wall, cpu: (used.user + used.system) / 1e6 };
}

/** One-year futures a second; the last row's figure on the founding case is `futuresPerSecond`. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  const runs = options.quick ? 200 : 2000;
  const rows: Record<string, string | number>[] = [];
  for (const [name, source] of [
    ["cases/iraq-2012", await iraq()],
    ["made by tawazun new", small()],
  ] as const) {
    for (const workers of [1, 2]) {
      const executor = workers === 1 ? inProcess() : threads(workers);
      const measured = await measure(source, executor, runs);
      await executor.close();
      rows.push({
        case: name,
        actors: source.actors.length,
        workers,
        futures: runs,
        futuresPerSecond: measured.perSecond,
        "wall s": measured.wall,
        "CPU s": measured.cpu,
        "peak MB": process.resourceUsage().maxRSS / 1024,
      });
    }
  }
  return {
    title: "One-year futures",
    rows,
    notes: [
      "Twelve months, every kind of move, the strategic policy, all that the pictures need kept. Peak memory is of the whole process up to then.",
    ],
  };
}
