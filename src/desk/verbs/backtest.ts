import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { tablePlain } from "../../show/index.ts";
import { backtestPage, scoreTable } from "../backtest/backtest-page.ts";
import { pageBefore } from "../backtest/page-before.ts";
import { type BacktestedCase, scoreCases } from "../backtest/score-cases.ts";
import { hasErrors, openCase, openOutcomes, type Resolved, unusable } from "../open.ts";
import { judgingOf } from "../report/judging.ts";
import { type PlayedBehaviour, type StudyWatch, study } from "../study.ts";
import { type Lent, type Outcome, verb } from "../verb.ts";
import { chosenName } from "../violence-choice.ts";
import { behaviourFlags, behaviourOf, fitOptions, sizeOf, sizeOptions } from "./size.ts";

/** Steps of progress for each case. */
const STEPS = 1000;

export const backtest = verb({
  id: "backtest",
  summary: "answer the questions of cases whose outcomes are known, and score all beside plain baselines",
  details:
    "Each case is played with the same defaults and its answers are held against what came true: Brier score with its decomposition, log score and skill, beside always one half, the base rate of the other cases, persistence, and the text's own words as odds. With --write the table goes into docs/backtests.md, good or bad, and the data into docs/backtests.json: a record that tawazun judge --record reads.",
  places: [{ name: "cases", about: "folders of cases", required: true, many: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    write: z
      .boolean()
      .default(false)
      .meta({ description: "write docs/backtests.md and docs/backtests.json" }),
  }),
  async run(lent, paths, options) {
    const opened: Ready[] = [];
    for (const path of paths) {
      const ready = await readyCase(lent, path);
      if ("code" in ready) return ready;
      if (opened.some(({ source }) => source.head.id === ready.source.head.id)) {
        throw new TawazunError(
          "backtest/twice",
          `The case ${ready.source.head.id} is named twice; name each case once.`,
        );
      }
      opened.push(ready);
    }
    const size = { ...sizeOf(options), pairs: 1 };
    const behaviours: (PlayedBehaviour | undefined)[] = [];
    for (const { source } of opened) behaviours.push(await behaviourOf(lent, source, options));
    const executor = lent.executor(options.workers);
    try {
      const judged: BacktestedCase[] = [];
      let stopped = false;
      for (const [k, { source, outcomes, later }] of opened.entries()) {
        if (stopped) break;
        const watch: StudyWatch = {
          signal: lent.signal,
          onProgress: ({ done, total, doing }) =>
            lent.onProgress?.({
              done: k * STEPS + Math.floor((STEPS * done) / Math.max(1, total)),
              total: paths.length * STEPS,
              doing: `${source.head.id}: ${doing}`,
            }),
        };
        const found = await study(source, size, executor, watch, behaviours[k]);
        stopped = found.stopped;
        judged.push({
          id: source.head.id,
          judging: judgingOf(found, outcomes, later),
          runs: found.runs,
          violence: chosenName(found.violence),
        });
      }
      const scores = scoreCases(judged);
      const command = `tawazun backtest ${paths.join(" ")} --seed ${size.seed} --runs ${size.runs} --months ${size.months}${behaviourFlags(options)}`;
      const date = lent.now().slice(0, 10);
      const json = {
        command,
        date,
        seed: size.seed,
        stopped,
        scores,
        cases: judged.map(({ id, judging, runs }) => ({
          id,
          runs,
          answers: judging.judged.map(({ question, answer, outcome, outside, brier, log }) => ({
            question: question.id,
            forecast: answer.forecast,
            error: answer.error,
            outcome: outcome.outcome,
            outside,
            brier,
            log,
          })),
        })),
      };
      // a first page has none before it
      const before = options.write
        ? pageBefore(await lent.readText("docs/backtests.md").catch(() => ""))
        : undefined;
      if (options.write && !stopped) {
        const page = backtestPage(judged, scores, { command, date, version: lent.version }, before);
        const utf8 = new TextEncoder();
        await lent.writeFiles(
          "docs",
          new Map([
            ["backtests.md", utf8.encode(page)],
            ["backtests.json", utf8.encode(`${JSON.stringify(json, null, 2)}\n`)],
          ]),
        );
      }
      return {
        code: stopped ? 130 : 0,
        text: [
          tablePlain(scoreTable(scores), 120),
          "",
          `${judged.length} of ${paths.length} cases, ${judged.reduce((sum, { runs }) => sum + runs, 0)} futures in all, seed "${size.seed}".`,
          ...behaviours.flatMap((behaviour, k) =>
            behaviour === undefined ? [] : [`${opened[k].source.head.id}: ${behaviour.says}`],
          ),
          ...(options.write && !stopped ? ["Written to docs/backtests.md and docs/backtests.json."] : []),
          ...(stopped ? ["Stopped by you: nothing is written; the table is of what was done by then."] : []),
        ].join("\n"),
        json,
      };
    } finally {
      await executor.close();
    }
  },
});

/** A case that can be played and judged. */
interface Ready extends Pick<Resolved, "outcomes" | "later"> {
  readonly source: Case;
}

/** Reads a case with its outcomes; what the verb answers where it cannot be used. */
async function readyCase(lent: Lent, path: string): Promise<Ready | Outcome> {
  const opened = await openCase(lent, path);
  const { source, folder } = opened;
  if (source === undefined || folder === undefined) return unusable(path, opened);
  const resolved = openOutcomes(folder, source);
  if (hasErrors(resolved.findings)) return unusable(path, resolved);
  const { outcomes, later } = resolved;
  if (outcomes.length === 0) {
    throw new TawazunError(
      "backtest/outcomes",
      `The case in ${path} has no outcomes; put them into outcomes.yaml, or leave the case out.`,
    );
  }
  return { source, outcomes, later };
}
