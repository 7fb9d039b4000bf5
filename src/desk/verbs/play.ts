import * as z from "zod";
import { calmPart, type Ensemble, keptRuns, quantileOf, typicalFutures } from "../../forecast/index.ts";
import { percent, plural, table, tablePlain } from "../../show/index.ts";
import { moveKinds, stageOf, type World } from "../../simulate/index.ts";
import { playEnsemble } from "../ensemble-run.ts";
import { openCase, unusable } from "../open.ts";
import { beforeHorizon, lastDay, monthsPlayed } from "../played-to.ts";
import { verb } from "../verb.ts";
import { behaviourOf, fitOptions, scenarioOf, sizeOptions } from "./size.ts";

export const play = verb({
  id: "play",
  summary: "play a case forward, many times, and say what happens how often",
  details:
    "Plays futures from the as-of date and sums them up: shares of power at the end, how often each kind of move is made, stability. The same seed gives the same bytes on any machine, on one worker or many. Futures are summed up as they come, in memory that does not grow with their number; quantiles are within half a per cent. With --resume what is done is kept in a folder, and the same command goes on from it. With --fit the coefficients of behaviour are those that tawazun fit saved.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    resume: z.string().optional().meta({
      description:
        "folder in which what is played is written down as it goes; a play that was stopped goes on from there",
    }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    const { world } = stageOf(source);
    const behaviour = await behaviourOf(lent, source, options);
    const scenario = scenarioOf(source, options, behaviour);
    const executor = lent.executor(options.workers);
    try {
      const played = await playEnsemble(lent, source, world, scenario, executor, {
        runs: options.runs,
        folder: options.resume,
      });
      const { ensemble, before, stopped, trouble } = played;
      const { runs } = ensemble;
      if (runs === 0)
        return { code: 130, text: "Stopped before a future was played to its end.", json: { runs: 0 } };
      const shares = world.movers
        .map((mover, k) => ({ actor: world.actors[mover].name, ...sharesAtEnd(ensemble, world, k) }))
        .sort((a, b) => b.median - a.median)
        .slice(0, 12);
      const kinds = moveKinds
        .map((kind, k) => ({
          move: kind.name,
          perFuture: ensemble.kindMoves[k] / runs,
          futures: ensemble.kindRuns[k] / runs,
        }))
        .filter((row) => row.perFuture > 0)
        .sort((a, b) => b.perFuture - a.perFuture);
      const calm = calmPart(ensemble);
      const typical = typicalOf(ensemble, world, options.seed);
      return {
        code: trouble !== undefined ? 2 : stopped ? 130 : 0,
        text: [
          `${plural(runs, "future")} of ${monthsPlayed(world, options.months)}, seed "${options.seed}"${stopped ? " (stopped by you; what was played is kept)" : ""}`,
          ...beforeHorizon(world, options.months),
          ...(behaviour === undefined ? [] : [behaviour.says]),
          ...(before > 0 ? [`${before} of them had been played before, and were not played again.`] : []),
          ...(ensemble.bounded > 0
            ? [
                `In ${ensemble.bounded} of them some actor would have moved more often than the play allows, and was held back: look at the pace of the case's actors.`,
              ]
            : []),
          ...(kinds.length === 0
            ? [
                "Nobody made a move in any of them: no kind of move was open to an actor of this case. Check who has to do with whom (relations, lists, posts) and whether moves are forbidden.",
              ]
            : []),
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
          "",
          `Typical futures: ${typical.map(({ run, part }) => `number ${run} (like ${percent(part, 0)} of them)`).join(", ")}. Look into one with tawazun replay ${path} --run NUMBER, and the same seed and months.`,
          ...(trouble === undefined
            ? []
            : [
                "",
                `The play ended early: ${trouble.message}${options.resume === undefined ? "" : ` The same command goes on from what is in ${options.resume}.`}`,
              ]),
        ].join("\n"),
        json: {
          seed: options.seed,
          runs,
          months: options.months,
          until: lastDay(world, options.months),
          stopped,
          bounded: ensemble.bounded,
          ...(behaviour === undefined ? {} : { behaviour: behaviour.says }),
          shares,
          moves: kinds,
          stability: calm,
          typical,
          ...(trouble === undefined ? {} : { trouble: { code: trouble.code, message: trouble.message } }),
        },
      };
    } finally {
      await executor.close();
    }
  },
});

/** Futures that stand for those like them, among the ones kept whole. */
function typicalOf(ensemble: Ensemble, world: World, seed: string) {
  const kept = keptRuns(ensemble);
  if (kept === undefined) return [];
  return typicalFutures(world, kept, { seed }).futures.map(({ run, part }) => ({
    run: run * ensemble.every,
    part,
  }));
}

/** Quantiles of a mover's share of power at the last month's end. */
function sharesAtEnd({ share, marks }: Ensemble, world: World, k: number) {
  const quantity = (marks.length - 1) * world.movers.length + k;
  const at = (part: number): number => quantileOf(share, quantity, part) ?? 0;
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
