import { isoDate } from "../../base/index.ts";
import { merge, type Observations, type Plan, stability } from "../../forecast/index.ts";
import { percent, table, tablePlain } from "../../show/index.ts";
import { moveKinds, type Scenario, stageOf } from "../../simulate/index.ts";
import { openCase, unusable } from "../open.ts";
import { contiguous, shardsOf, violenceOf } from "../study.ts";
import { verb } from "../verb.ts";
import { behaviourOf, sizeOptions } from "./size.ts";

export const play = verb({
  id: "play",
  summary: "play a case forward, many times, and say what happens how often",
  details:
    "Plays futures from the as-of date and sums them up: shares of power at the end, how often each kind of move is made, stability. The same seed gives the same bytes on any machine, on one worker or many. With --fit the coefficients of behaviour are those that tawazun fit saved.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions,
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    const { world } = stageOf(source);
    const behaviour = await behaviourOf(lent, source, options);
    const scenario: Scenario = {
      seed: options.seed,
      months: options.months,
      policy: "strategic",
      interventions: [],
      violence: violenceOf(source)?.model,
      ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
    };
    const plan: Plan = { questions: [], outcomes: [], detail: true };
    const executor = lent.executor(options.workers);
    try {
      const shards = shardsOf(scenario, plan, options.runs);
      const carriedOut = await executor.carryOut(source, shards, {
        signal: lent.signal,
        onRuns: (done) =>
          lent.onProgress?.({
            done,
            total: options.runs,
            doing: `playing ${options.runs} futures of ${options.months} months`,
          }),
      });
      const parts = contiguous(carriedOut);
      if (parts.length === 0)
        return { code: 130, text: "Stopped before a future was played to its end.", json: { runs: 0 } };
      const whole = merge(parts);
      const runs = whole.to - whole.from;
      const stopped = lent.signal?.aborted ?? false;
      const shares = world.movers
        .map((mover, k) => ({
          actor: world.actors[mover].name,
          ...sharesAtEnd(whole, world.movers.length, k),
        }))
        .sort((a, b) => b.median - a.median)
        .slice(0, 12);
      const kinds = moveKinds
        .map((kind, k) => ({
          move: kind.name,
          perFuture: total(whole, k) / runs,
          futures: some(whole, k) / runs,
        }))
        .filter((row) => row.perFuture > 0)
        .sort((a, b) => b.perFuture - a.perFuture);
      const calm = calmMonths(whole);
      return {
        code: stopped ? 130 : 0,
        text: [
          `${runs} futures of ${options.months} months from ${isoDate(world.start)}, seed "${options.seed}"${stopped ? " (stopped by you; what was played is kept)" : ""}`,
          ...(behaviour === undefined ? [] : [behaviour.says]),
          "",
          tablePlain(
            table(
              "Share of power at the end: 5th, 50th and 95th percentile of the futures",
              [
                { key: "actor", name: "Actor" },
                { key: "low", name: "5 %", unit: "share", digits: 1 },
                { key: "median", name: "median", unit: "share", digits: 1 },
                { key: "high", name: "95 %", unit: "share", digits: 1 },
              ],
              shares,
            ),
          ),
          "",
          tablePlain(
            table(
              "Moves that came off",
              [
                { key: "move", name: "Move" },
                { key: "perFuture", name: "per future", digits: 2 },
                { key: "futures", name: "in futures", unit: "share", digits: 0 },
              ],
              kinds,
            ),
          ),
          "",
          `Stability: ${percent(calm, 1)} of the months had no crisis of government, no rise of violence and no armed confrontation.`,
        ].join("\n"),
        json: {
          seed: options.seed,
          runs,
          months: options.months,
          stopped,
          ...(behaviour === undefined ? {} : { behaviour: behaviour.says }),
          shares,
          moves: kinds,
          stability: calm,
        },
      };
    } finally {
      await executor.close();
    }
  },
});

function sharesAtEnd(whole: Observations, movers: number, k: number) {
  const runs = whole.to - whole.from;
  const values = Float64Array.from(
    { length: runs },
    (_, run) => whole.share[(run * whole.months + whole.months - 1) * movers + k],
  ).sort();
  const at = (part: number): number => values[Math.min(runs - 1, Math.floor(part * runs))];
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}

function total(whole: Observations, kind: number): number {
  let sum = 0;
  for (let at = kind; at < whole.kinds.length; at += moveKinds.length) sum += whole.kinds[at];
  return sum;
}

function some(whole: Observations, kind: number): number {
  let count = 0;
  for (let at = kind; at < whole.kinds.length; at += moveKinds.length) if (whole.kinds[at] > 0) count += 1;
  return count;
}

function calmMonths(whole: Observations): number {
  return stability({ trouble: whole.trouble }, whole.trouble.length).whole;
}
