import * as z from "zod";
import { tablePlain } from "../../show/index.ts";
import { openCase, unusable } from "../open.ts";
import type { Sensitivity } from "../sensitivity/found.ts";
import { driversTable, flipSentences, sensitivityPage } from "../sensitivity/page.ts";
import { sensitivity as analyse } from "../sensitivity/sensitivity.ts";
import { verb } from "../verb.ts";
import { pageLines, writePage } from "../write-page.ts";
import { readPolicies } from "./policy-flag.ts";
import { behaviourFlags, behaviourOf, fitOptions, policyFlag, sizeOptions } from "./size.ts";

export const sensitivity = verb({
  id: "sensitivity",
  summary: "say which uncertain input drives which answer, and what smallest change turns it",
  details:
    "Screens every uncertain input of the case and every default of the engine, sets the foremost to the ends of their ranges, and runs them through a design for first-order and total indices. For a question that is named, it also looks for the smallest change of one input that turns the answer. All beside the screening is played on the same luck.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    question: z
      .array(z.string())
      .default([])
      .meta({ description: "id of a question; may be given several times; default: all" }),
    runs: z.coerce
      .number()
      .int()
      .min(100)
      .max(10_000_000)
      .default(4000)
      .meta({ description: "futures in all; more sharpen every number" }),
    out: z
      .string()
      .optional()
      .meta({ description: "write sensitivity.html, .md and .json into this folder" }),
    contents: z
      .boolean()
      .default(false)
      .meta({ description: "give the contents of the page with the data too: tables and pictures" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    if (options.out !== undefined) await lent.canWrite(options.out);
    const behaviour = await behaviourOf(lent, opened.source, options);
    const deciding = {
      ...readPolicies(options.policy),
      ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
    };
    const executor = lent.executor(options.workers);
    try {
      const found = await analyse(
        opened.source,
        {
          seed: options.seed,
          runs: options.runs,
          months: options.months,
          questions: options.question,
          deciding,
        },
        executor,
        lent,
      );
      const asked = options.question.map((id) => ` --question ${id}`).join("");
      const command = `tawazun sensitivity ${path}${asked} --seed ${options.seed} --runs ${options.runs} --months ${options.months}${policyFlag(options)}${behaviourFlags(options)}`;
      const contents = sensitivityPage(found, lent.version, command);
      const data = dataOf(found);
      const json = options.contents ? { ...data, contents } : data;
      await writePage(lent, options.out, "sensitivity", contents, json);
      return { code: found.stopped ? 130 : 0, text: textOf(found, options.out), json };
    } finally {
      await executor.close();
    }
  },
});

function dataOf({ questions, designed, runs, size, stopped }: Sensitivity) {
  return {
    seed: size.seed,
    months: size.months,
    runs,
    stopped,
    designed,
    questions: questions.map(({ question, screened, base, ends, indices, flips }) => ({
      id: question.id,
      text: question.text,
      screened,
      base,
      ends,
      indices: designed.inputs.map((name, i) => ({ name, ...indices?.[i] })),
      flips,
    })),
  };
}

function textOf(found: Sensitivity, out: string | undefined): string {
  const { questions, runs, size, stopped, designed } = found;
  return [
    `${runs} futures of ${size.months} months, seed "${size.seed}"${stopped ? " (stopped by you; what was played is kept)" : ""}`,
    ...questions.flatMap((one) => [
      "",
      tablePlain(driversTable(found, one), 110),
      ...flipSentences(found, one).map((sentence) => `  turns: ${sentence}`),
    ]),
    "",
    "Low to high: change of the answer from the input's low end to its high end, in the screening. Told: more than any of all the inputs shows by chance; what is not told may be chance, its order too.",
    designed.inputs.length === 0
      ? "No indices by design: more --runs are needed."
      : `First order and total: ${designed.samples} samples, ${designed.each} futures a point, with standard errors.`,
    ...pageLines(out, "sensitivity"),
  ].join("\n");
}
