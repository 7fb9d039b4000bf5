import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import {
  type Case,
  type Folder,
  readExperiment,
  readExperiments,
  readScenarios,
  type SweepExperiment,
} from "../../case/index.ts";
import { refuseCaseFolder } from "../not-a-case.ts";
import { findingLines, hasErrors, knownNames, openCase, unusable } from "../open.ts";
import { aboutSo, samplePace } from "../sweep/estimate.ts";
import { experimentFaults } from "../sweep/faults.ts";
import { type Pace, readPace, writePace } from "../sweep/pace.ts";
import { type SweepPlan, sweepPlan } from "../sweep/plan.ts";
import { playSweep } from "../sweep/play-sweep.ts";
import { standingPieces } from "../sweep/standing.ts";
import { sweepIndices } from "../sweep/summary.ts";
import { summaryRows, sweepFiles } from "../sweep/sweep-files.ts";
import { sweepParts } from "../sweep/sweep-parts.ts";
import { sweepText } from "../sweep/sweep-text.ts";
import { type Lent, verb } from "../verb.ts";
import { scenarioFaults } from "../whatif/faults.ts";

export const sweep = verb({
  id: "sweep",
  summary: "play a case at many points of its inputs, as an experiment file says, and keep every row",
  details:
    "Reads experiments/EXPERIMENT.yaml of the case (or a file elsewhere): which variables take which values, by which design, under which scenarios, how many futures each, and what is recorded. Says first how many futures that is and about how long it takes. Each piece of work is written into runs/HASH/ of the output folder as Parquet, whole or not at all; Ctrl-C keeps what is done, and the same command goes on. The rows are the same bytes on one worker or many, stopped or not. A piece that fails is tried three times more, then reported, and the rest is done.",
  places: [
    { name: "case", about: "folder of the case", required: true },
    { name: "experiment", about: "id of an experiment of the case, or path of a file", required: true },
  ],
  options: z.object({
    out: z.string().optional().meta({
      description:
        "folder into which runs/HASH/ is written, and which others may share; default: the folder out of the case",
    }),
    plan: z
      .boolean()
      .default(false)
      .meta({ description: "only say how many futures and about how long; write nothing" }),
    workers: z.coerce.number().int().min(0).max(256).default(0).meta({
      description: "worker threads; 0: as many as the machine can run at once; 1: none, all in this process",
    }),
    contents: z
      .boolean()
      .default(false)
      .meta({ description: "give what is found with the data as tables and pictures too" }),
  }),
  async run(lent, [path, name], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined || opened.folder === undefined) return unusable(path, opened);
    const { source } = opened;
    const scenarios = readScenarios(opened.folder, source, knownNames);
    const { experiment, findings: own } = await experimentOf(
      lent,
      opened.folder,
      source,
      name,
      scenarios.scenarios.map(({ id }) => id),
    );
    const used = scenarios.scenarios.filter(({ id }) => experiment?.scenarios?.includes(id));
    const changed = scenarioFaults(source, used);
    const findings = [...own, ...changed];
    if (experiment !== undefined && !hasErrors(findings))
      findings.push(...experimentFaults(source, experiment, used));
    if (experiment === undefined || hasErrors(findings))
      return { code: 2, text: `${findingLines(findings)}\n\nNothing was played.`, json: { findings } };

    const plan = sweepPlan(source, experiment, used, lent.version);
    const out = options.out ?? `${path.replace(/\/+$/, "")}/out`;
    const folder = `${out}/runs/${plan.hash.slice(0, 16)}`;
    if (plan.budget !== undefined && lent.stopwatch === undefined)
      throw new TawazunError(
        "sweep/budget",
        "There is no clock here, so that stop.budget cannot be kept; give stop.runs.",
      );
    if (!options.plan) {
      await refuseCaseFolder(lent, out, "--out");
      await lent.canWrite(out);
    }
    const { standing, futures: there } = await standingPieces(lent, plan, folder);
    const executor = lent.executor(options.workers);
    const { workers } = executor;
    try {
      const before = await readPace(lent, folder);
      const pace = before ?? (there < plan.most ? await samplePace(lent, source, plan, executor) : undefined);
      const size = sizeInWords(plan, { workers, there, pace, isSample: before === undefined });
      const about = {
        experiment: experiment.id,
        name: experiment.name,
        hash: plan.hash,
        case: source.hash,
        version: lent.version,
      };
      const planned = {
        ...about,
        cells: plan.cells.length,
        futures: plan.most,
        before: there,
        ...(pace === undefined ? {} : { seconds: leftSeconds(plan, there, pace, workers) }),
      };
      if (options.plan) return { code: 0, text: size, json: planned };
      lent.say?.(size);
      if (before === undefined && pace !== undefined) await writePace(lent, folder, pace);
      const began = lent.stopwatch?.() ?? 0;
      const seconds = (): number => ((lent.stopwatch?.() ?? 0) - began) / 1000;
      const { budget } = plan;
      const played = await playSweep(lent, source, plan, executor, folder, {
        standing,
        isEnough: budget === undefined ? undefined : () => seconds() >= budget,
      });
      const made = played.futures - played.before;
      if (lent.stopwatch !== undefined && made > 0)
        await writePace(lent, folder, { futures: made, seconds: seconds() * workers });
      const over = !played.stopped && played.trouble === undefined;
      const failed = played.failed.map(({ piece, message }) => ({
        point: plan.cells[piece.cell].point,
        scenario: plan.scenarios[plan.cells[piece.cell].scenario].id,
        futures: [piece.from, piece.to - 1],
        message,
      }));
      const ended = { futures: played.futures, spent: played.spent, failed };
      if (over) await lent.writeFiles(folder, sweepFiles(plan, played, { ...about, ...ended }));
      return {
        code: played.trouble !== undefined ? 2 : played.stopped ? 130 : failed.length > 0 ? 1 : 0,
        text: sweepText(plan, played, failed, folder),
        json: {
          ...about,
          folder,
          ...ended,
          before: played.before,
          stopped: played.stopped,
          points: summaryRows(plan, played.cells),
          indices: over ? sweepIndices(plan, played.cells) : [],
          ...(options.contents ? { parts: sweepParts(plan, played.cells, over) } : {}),
          ...(played.trouble === undefined
            ? {}
            : { trouble: { code: played.trouble.code, message: played.trouble.message } }),
        },
      };
    } finally {
      await executor.close();
    }
  },
});

/** The experiment by its id in the case, or from a file elsewhere. */
async function experimentOf(
  lent: Lent,
  folder: Folder,
  source: Case,
  name: string,
  scenarios: readonly string[],
) {
  if (/[/\\]|\.ya?ml$/.test(name)) {
    const bytes = new TextEncoder().encode(await lent.readText(name));
    const { experiments, findings } = readExperiment(name, bytes, source, scenarios, knownNames);
    const experiment: SweepExperiment | undefined = experiments[0];
    return { experiment, findings };
  }
  const { experiments, findings } = readExperiments(folder, source, scenarios, knownNames);
  const experiment = experiments.find(({ id }) => id === name);
  if (experiment !== undefined) return { experiment, findings: [] };
  if (hasErrors(findings)) return { experiment: undefined, findings };
  const ids = experiments.map(({ id }) => id);
  throw new TawazunError(
    "sweep/experiment",
    `The case has no experiment "${name}".${ids.length === 0 ? " It has none; write one as experiments/NAME.yaml." : ` There are ${ids.join(", ")}.`}`,
  );
}

/** Seconds by the clock for the futures that are not there, at this pace. */
function leftSeconds({ most }: SweepPlan, there: number, pace: Pace, workers: number): number {
  return ((pace.seconds / pace.futures) * Math.max(0, most - there)) / workers;
}

function sizeInWords(
  plan: SweepPlan,
  known: {
    readonly workers: number;
    readonly there: number;
    readonly pace: Pace | undefined;
    readonly isSample: boolean;
  },
): string {
  const { points, scenarios, most, months, repetitions, recorded, budget } = plan;
  const { workers, there, pace, isSample } = known;
  const atMost = recorded.some(({ precision }) => precision !== undefined) ? "At most " : "";
  const under = scenarios.length === 1 ? "" : ` × ${scenarios.length} scenarios`;
  const limit = most < points.length * scenarios.length * repetitions ? ", held to stop.runs" : "";
  const sentences = [
    `${atMost}${most} futures of ${months} months: ${points.length} points${under} × ${repetitions} futures${limit}.`,
  ];
  if (there > 0) sentences.push(there >= most ? "All of them are there." : `${there} of them are there.`);
  if (pace !== undefined && there < most) {
    const about = aboutSo(leftSeconds(plan, there, pace, workers));
    const rest = there > 0 ? " for the rest" : "";
    const by = isSample ? "by a short sample" : "at the pace of the last time";
    sentences.push(
      `${about[0].toUpperCase()}${about.slice(1)}${rest} on ${workers} ${workers === 1 ? "worker" : "workers"}, ${by}.`,
    );
  }
  if (budget !== undefined) sentences.push(`After ${plan.experiment.stop?.budget} no more is begun.`);
  return sentences.join(" ");
}
