import * as z from "zod";
import { merge, reachOf } from "../../forecast/index.ts";
import { percent, plural, table, tablePlain } from "../../show/index.ts";
import { endOf, stageOf } from "../../simulate/index.ts";
import { openCase, unusable } from "../open.ts";
import { type FoundPaths, pathsOf } from "../paths/paths.ts";
import { beforeHorizon, monthsPlayed } from "../played-to.ts";
import { shardsOf } from "../shards.ts";
import { contiguous } from "../study.ts";
import { verb } from "../verb.ts";
import { behaviourOf, fitOptions, scenarioOf, sizeOptions } from "./size.ts";

/** Paths told at the command line; the data hold all. */
const SHOWN = 12;

export const paths = verb({
  id: "paths",
  summary: "put futures together by what happened in them in which order, and say where answers part",
  details:
    "Plays futures and looks at what matters most and tells them apart: crises, arms, votes, splits, warrants, elections. Futures with the same of these in the same order are one path, told with its share, the median dates, and the number of a future that stands for it. For each question the happening is named that goes most with its answer, where that is more than chance; what goes with an answer need not be its cause.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    runs: z.coerce.number().int().min(1).max(20_000).default(1000).meta({ description: "futures to play" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    const { world } = stageOf(source);
    const behaviour = await behaviourOf(lent, source, options);
    const scenario = scenarioOf(source, options, behaviour);
    const end = endOf(world.start, options.months);
    const questions = source.questions.filter((question) => reachOf(question.rule) <= end);
    const plan = { questions: questions.map(({ id }) => id), outcomes: [], detail: false, deeds: true };
    const executor = lent.executor(options.workers);
    try {
      const parts = await executor.carryOut(source, shardsOf(scenario, plan, options.runs), {
        signal: lent.signal,
        onRuns: (done) =>
          lent.onProgress?.({
            done,
            total: options.runs,
            doing: `playing ${plural(options.runs, "future")}`,
          }),
      });
      const whole = contiguous(parts);
      if (whole.length === 0)
        return { code: 130, text: "Stopped before a future was played to its end.", json: { runs: 0 } };
      const found = pathsOf(world, merge(whole), questions);
      const stopped = lent.signal?.aborted ?? false;
      return {
        code: stopped ? 130 : 0,
        text: [
          `${plural(found.runs, "future")} of ${monthsPlayed(world, options.months)}, seed "${options.seed}"${stopped ? " (stopped by you; what was played is kept)" : ""}`,
          ...beforeHorizon(world, options.months),
          "",
          ...textOf(found),
        ].join("\n"),
        json: { seed: options.seed, months: options.months, ...found },
      };
    } finally {
      await executor.close();
    }
  },
});

function textOf({ paths: all, turns, told }: FoundPaths): readonly string[] {
  if (told.length === 0)
    return [
      "Nothing of note tells these futures apart: what matters happens in nearly all of them or in none.",
    ];
  return [
    tablePlain(
      table(
        "Paths, the commonest first",
        [
          { key: "path", name: "What happens first, and then", wide: true },
          { key: "part", name: "Futures", unit: "share", digits: 1 },
          { key: "interval", name: "95%" },
          { key: "future", name: "Such as" },
        ],
        all.slice(0, SHOWN).map(({ steps, part, low, high, future }) => ({
          path:
            steps.length === 0
              ? "none of these"
              : steps.map(({ what, day }) => `${what} (${day.slice(0, 7)})`).join(" → "),
          part,
          interval: `${percent(low)} to ${percent(high)}`,
          future,
        })),
      ),
      110,
    ),
    ...(all.length > SHOWN ? [`${all.length - SHOWN} rarer paths are in the data (--json).`] : []),
    "",
    turns.length === 0
      ? "No answer goes with any of these more than chance would have it."
      : tablePlain(
          table(
            "Where answers part",
            [
              { key: "text", name: "Question", wide: true },
              { key: "all", name: "Yes", unit: "probability" },
              { key: "what", name: "Parts at" },
              { key: "withIt", name: "with it", unit: "probability" },
              { key: "without", name: "without", unit: "probability" },
            ],
            turns.map(({ text, all: yes, what, withIt, without }) => ({
              text,
              all: yes,
              what,
              withIt,
              without,
            })),
          ),
          110,
        ),
    "Look into a future with tawazun replay --run NUMBER. What goes with an answer need not be its cause: ask tawazun whatif.",
  ];
}
