import * as z from "zod";
import { summary, report as writeReport } from "../../show/index.ts";
import { refuseCaseFolder } from "../not-a-case.ts";
import { findingCount, hasErrors, openCase, openOutcomes, unusable } from "../open.ts";
import { beforeHorizon, monthsPlayed } from "../played-to.ts";
import { judgingOf } from "../report/judging.ts";
import { reportContents } from "../report/report-contents.ts";
import { study } from "../study.ts";
import { verb } from "../verb.ts";
import { caseScenarios } from "../whatif/case-scenarios.ts";
import {
  behaviourFlags,
  behaviourOf,
  fitOptions,
  policyFlag,
  recordFlag,
  recordOption,
  sizeOf,
  sizeOptions,
  trustOf,
} from "./size.ts";

const utf8 = new TextEncoder();

export const report = verb({
  id: "report",
  summary: "the main job: map, measure, play, try the claims, answer, score, and write it all up",
  details:
    "Writes report.html (one page, no network, no script), report.md and report.json into the output folder, and prints a summary. With --serve on a terminal the page is then shown on 127.0.0.1 until Ctrl-C.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    ...recordOption,
    out: z.string().optional().meta({ description: "output folder; default: out/ and the name of the case" }),
    outcomes: z.boolean().default(true).meta({ description: "read outcomes.yaml and score" }),
    serve: z
      .boolean()
      .default(false)
      .meta({ description: "on a terminal, show the page on 127.0.0.1 afterwards" }),
    contents: z.boolean().default(false).meta({ description: "give the pictures with the data too" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined || opened.folder === undefined) return unusable(path, opened);
    const { source } = opened;
    const resolved = options.outcomes ? openOutcomes(opened.folder, source) : undefined;
    if (resolved !== undefined && hasErrors(resolved.findings)) return unusable(path, resolved);
    const out = options.out ?? `out/${source.head.id}`;
    await refuseCaseFolder(lent, out, "--out");
    await lent.canWrite(out);
    const size = sizeOf(options);
    const behaviour = await behaviourOf(lent, source, options);
    const trust = await trustOf(lent, source, options);
    const executor = lent.executor(options.workers);
    try {
      const found = await study(source, size, executor, lent, behaviour);
      const whatIf = await caseScenarios(source, opened.folder, size, executor, lent, behaviour);
      lent.onProgress?.({ done: 1, total: 1, doing: "writing the report" });
      const contents = reportContents(
        found,
        judgingOf(found, resolved?.outcomes ?? [], resolved?.later, trust),
        {
          version: lent.version,
          command: `tawazun report ${path} --seed ${size.seed} --runs ${size.runs} --months ${size.months}${policyFlag(options)}${behaviourFlags(options)}${recordFlag(options)}`,
        },
        whatIf.comparison,
      );
      const written = writeReport(contents);
      const files = new Map([
        ["report.html", utf8.encode(written.html)],
        ["report.md", utf8.encode(written.markdown)],
        ["report.json", utf8.encode(written.json)],
      ]);
      await lent.writeFiles(out, files);
      return {
        code: found.stopped ? 130 : 0,
        text: [
          summary(contents),
          "",
          ...(found.stopped ? ["Stopped by you: the numbers are of the futures played by then."] : []),
          `Case ${path}: ${findingCount(opened.findings)}. ${contents.head.runs} futures played in all.`,
          `Played ${monthsPlayed(found.stage.world, found.near.months)}.`,
          ...beforeHorizon(found.stage.world, found.near.months),
          ...whatIf.leftOut.map((why) => `A scenario is left out. ${why}`),
          `Report   ${out}/report.html`,
          `Text     ${out}/report.md`,
          `Data     ${out}/report.json`,
        ].join("\n"),
        json: {
          out,
          files: [...files.keys()],
          stopped: found.stopped,
          runs: found.runs,
          report: options.contents ? contents : JSON.parse(written.json),
        },
      };
    } finally {
      await executor.close();
    }
  },
});
