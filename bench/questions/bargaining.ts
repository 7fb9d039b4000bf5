// How long do the bargaining models take, beside their peers?
//   npm run bench -- bargaining [folder laid out like data/bargaining]
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type BargainingProblem,
  bargainingModel,
  marketOf,
  nearestReading,
  playExchange,
  playExpectedUtility,
  playSpatial,
  pooledReading,
  type SpatialProblem,
  standoffReading,
  strongestReading,
  twoActorNash,
} from "../../src/bargain/index.ts";
import { seeded } from "../../src/base/index.ts";
import { readProblems } from "../golden/bargaining/exchange.ts";
import { readProblem } from "../golden/bargaining/expected-utility.ts";
import { isIssueFolder, ofThoseWhoCare, readIssues, withEqualPower } from "../golden/bargaining/issues.ts";
import { readScenario } from "../golden/bargaining/spatial.ts";
import { type BenchOptions, type BenchResult, peakMemory, ratio } from "./measurement.ts";

const defaultFolder = "../shared/data/bargaining";

/**
 * Seconds of user time of KTAB's SMP with the work that only serves its log removed, one thread, by actors ×
 * dimensions: measured in November 2026 on the machine on which the golden tables were made.
 */
const KTAB: { readonly [size: string]: number } = {
  "13x2": 0.04,
  "26x1": 0.12,
  "27x6": 0.27,
  "34x1": 0.54,
  "40x1": 0.48,
  "80x1": 3.5,
  "160x1": 21.5,
};
/** The same for the 252 issues of DEU III that it accepts. */
const KTAB_ISSUES = { issues: 252, seconds: 33.6 };

type Row = BenchResult["rows"][number];

export async function bench({ quick, arguments: [given] }: BenchOptions): Promise<BenchResult> {
  const folder = resolve(import.meta.dirname, "../..", given ?? defaultFolder);
  const repetitions = quick ? 1 : 7;
  const parts = [spatialRows, issueRows, exchangeRows, expectedUtilityRows, nashRows];
  const rows: Row[] = [];
  for (const part of parts) rows.push(...part(folder, repetitions));
  return {
    title: "How long does bargaining take?",
    rows,
    notes: [
      "Spatial model: whole plays with KTAB's defaults, one thread. The peer is KTAB's own C++ with the work that only serves its log taken out (its stock program is 1.5 to 7 times slower), timed on another machine in November 2026; its times are user seconds of the process, and are compared with ours. A size that no file of the folder has is the first so many actors of a larger file.",
      "Exchange: five rounds. The reference program works in decimals of 28 digits; no comparable time is known.",
      "Memory is the largest resident size of the process so far.",
      ...(existsSync(folder)
        ? []
        : [`Only generated problems: there is no folder ${given ?? defaultFolder}.`]),
    ],
  };
}

function row(model: string, size: string, repetitions: number, work: () => unknown, peer?: number): Row {
  const { minimum, median, user } = timed(work, repetitions);
  return {
    model,
    size,
    "ms, minimum": minimum,
    "ms, median": median,
    "user ms, mean": user,
    "memory, MB": peakMemory(),
    "peer, user ms": peer === undefined ? "–" : peer * 1000,
    "times faster": ratio(peer === undefined ? undefined : peer * 1000, user),
  };
}

/**
 * Wall and processor time of one call: at least so many repetitions, and a second of them, once warm. The
 * processor's clock is too coarse for one short call, so that its mean over all is taken.
 */
function timed(
  work: () => unknown,
  repetitions: number,
): { readonly minimum: number; readonly median: number; readonly user: number } {
  const walls: number[] = [];
  let spent = 0;
  work();
  const before = process.cpuUsage();
  while (walls.length < repetitions || (repetitions > 1 && spent < 1000 && walls.length < 1000)) {
    const start = performance.now();
    work();
    const wall = performance.now() - start;
    spent += wall;
    walls.push(wall);
  }
  const user = process.cpuUsage(before).user / 1000 / walls.length;
  walls.sort((a, b) => a - b);
  return { minimum: walls[0], median: walls[walls.length >> 1], user };
}

const inputs = (folder: string, part: string): string[] =>
  existsSync(join(folder, part))
    ? readdirSync(join(folder, part))
        .filter((name) => name.endsWith(".input.csv"))
        .map((name) => join(folder, part, name))
    : [];

function spatialRows(folder: string, repetitions: number): Row[] {
  const sizes = new Map<string, SpatialProblem>();
  const scenarios = inputs(folder, "smp").map(readScenario);
  for (const problem of [...scenarios, generated(160)]) {
    const dimensions = problem.actors[0].position.length;
    for (const n of [problem.actors.length, 80, 40]) {
      const key = `${n}x${dimensions}`;
      if (n > problem.actors.length || sizes.has(key) || (dimensions > 1 && n < problem.actors.length))
        continue;
      sizes.set(key, { actors: problem.actors.slice(0, n) });
    }
  }
  const rows: Row[] = [];
  const order = [...sizes].sort(([, a], [, b]) => a.actors.length - b.actors.length);
  for (const [key, problem] of order) {
    rows.push(
      row(
        "spatial model",
        key.replace("x", " actors × "),
        repetitions,
        () => playSpatial(problem),
        KTAB[key],
      ),
    );
  }
  return rows;
}

/** Actors at random, where there is no file. */
function generated(actors: number): SpatialProblem {
  const luck = seeded("bargaining bench");
  return {
    actors: Array.from({ length: actors }, (_, i) => ({
      id: `${i}`,
      capability: 0.5 + luck.uniform(),
      position: [luck.uniform()],
      salience: [0.2 + 0.6 * luck.uniform()],
    })),
  };
}

function issueRows(folder: string, repetitions: number): Row[] {
  const deu = join(folder, "deu3");
  if (!isIssueFolder(deu)) return [];
  const problems = readIssues(deu)
    .map(({ problem }) => withEqualPower(ofThoseWhoCare(problem)))
    .filter(({ actors }) => new Set(actors.map((actor) => actor.position)).size > 1);
  const play = (): void => {
    for (const { actors } of problems) {
      playSpatial({
        actors: actors.map(({ id, capability, position, salience }) => ({
          id,
          capability,
          position: [position / 100],
          salience: [salience],
        })),
      });
    }
  };
  const peer = (KTAB_ISSUES.seconds / KTAB_ISSUES.issues) * problems.length;
  return [row("spatial model", `${problems.length} DEU issues`, Math.min(3, repetitions), play, peer)];
}

function exchangeRows(folder: string, repetitions: number): Row[] {
  const rows: Row[] = [];
  for (const path of inputs(folder, "exchange")) {
    const market = marketOf(readProblems(path));
    const size = `${market.actors.length} actors × ${market.issues.length} issues`;
    rows.push(row("exchange, 5 rounds", size, repetitions, () => playExchange(market, { rounds: 5 })));
  }
  return rows;
}

function expectedUtilityRows(folder: string, repetitions: number): Row[] {
  const problems = inputs(folder, "bdm").map(readProblem);
  const largest = problems.sort((a, b) => b.actors.length - a.actors.length)[0];
  if (largest === undefined) return [];
  const readings = {
    "pooled votes": pooledReading,
    "strongest challenger": strongestReading,
    "nearest offer": nearestReading,
    "stand-off": standoffReading,
  };
  const rows: Row[] = [];
  for (const [name, switches] of Object.entries(readings)) {
    const work = () => playExpectedUtility(largest, { ...switches, rounds: 10, still: 0 });
    rows.push(
      row(`expected utility, ${name}`, `${largest.actors.length} actors, 10 rounds`, repetitions, work),
    );
  }
  return rows;
}

function nashRows(_: string, repetitions: number): Row[] {
  const side = (x: number, risk: number) => ({ position: [x, 1 - x], salience: [0.6, 0.4], risk });
  const sides = [side(0.2, 0.5), side(0.9, -0.3)] as const;
  const actors: BargainingProblem["actors"] = generated(160).actors.map(
    ({ id, capability, position, salience }) => ({
      id,
      capability,
      position: 100 * position[0],
      salience: salience[0],
    }),
  );
  const problem: BargainingProblem = { actors, range: [0, 100] };
  const luck = seeded("none needed");
  const models = ["compromise-mean", "weighted-median", "nash-bargaining", "focal-compromise"];
  const rows = [
    row("two-actor Nash", "2 dimensions", repetitions, () => twoActorNash(sides, { probability: 0.6 })),
  ];
  for (const id of models) {
    const model = bargainingModel(id);
    rows.push(row(model.name, "160 actors", repetitions, () => model.settle(problem, luck)));
  }
  return rows;
}
