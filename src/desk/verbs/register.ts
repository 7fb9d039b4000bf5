import * as z from "zod";
import { dayOf, readDate, TawazunError } from "../../base/index.ts";
import { type Case, printRule } from "../../case/index.ts";
import { nextEntry, type ReadRegistry, type Registration, readRegistry } from "../../forecast/index.ts";
import { plural, table, tablePlain } from "../../show/index.ts";
import { openCase, unusable } from "../open.ts";
import { type Study, study } from "../study.ts";
import type { Lent, Outcome } from "../verb.ts";
import { verb } from "../verb.ts";
import { behaviourOf, fitOptions, sizeOf, sizeOptions } from "./size.ts";

/** Where forecasts are registered unless another file is named. */
const REGISTER = "forecasts.jsonl";

export const register = verb({
  id: "register",
  summary: "answer the questions and write the forecasts into a file that is never rewritten",
  details:
    "Appends one line to the register: the case's hash, the engine's version, the seed, the date and every probability, with the hash of the line before, so that a later change of any byte is seen. With --verify nothing is played: the register is checked from its first line to its last.",
  places: [{ name: "case", about: "folder of the case; not needed with --verify", required: false }],
  options: sizeOptions.extend({
    ...fitOptions,
    to: z.string().default(REGISTER).meta({ description: "the register: a file of JSON lines" }),
    note: z.string().optional().meta({ description: "a remark that is registered with the forecasts" }),
    verify: z.boolean().default(false).meta({ description: "check the register, and play nothing" }),
    head: z
      .string()
      .optional()
      .meta({ description: "with --verify: a hash noted earlier, which must still be in the register" }),
  }),
  async run(lent, [path], options) {
    if (options.verify)
      return verify(options.to, readRegistry(await lent.readText(options.to)), options.head);
    if (options.head !== undefined)
      throw new TawazunError("register/head", "--head is a hash to look for: it goes with --verify.");
    if (path === undefined)
      throw new TawazunError("register/case", "Name the folder of the case, or ask for --verify.");
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    if (source.questions.length === 0)
      throw new TawazunError(
        "register/questions",
        "The case asks no questions, so there is nothing to register.",
      );
    const behaviour = await behaviourOf(lent, source, options);
    const executor = lent.executor(options.workers);
    try {
      // a register that does not hold is refused before anything is played
      await lent.appendLine(options.to, (text) => {
        refuseBroken(options.to, readRegistry(text));
        return "";
      });
      const found = await study(
        source,
        { ...sizeOf(options), pairs: 0, keep: "answers" },
        executor,
        lent,
        behaviour,
      );
      if (found.stopped)
        return { code: 130, text: "Stopped; nothing was registered.", json: { registered: false } };
      const registration = registrationOf(source, found, lent, options);
      let line = "";
      await lent.appendLine(options.to, (text) => {
        line = nextEntry(text, registration);
        return line;
      });
      return registered(options.to, line, registration);
    } finally {
      await executor.close();
    }
  },
});

function registrationOf(
  source: Case,
  found: Study,
  lent: Lent,
  { note, policy }: { readonly note?: string | undefined; readonly policy: string },
): Registration {
  const questions = new Map(source.questions.map((question) => [question.id, question]));
  return {
    registered: lent.now(),
    case: source.head.id,
    case_hash: source.hash,
    as_of: source.head.as_of,
    engine: lent.version,
    seed: found.size.seed,
    months: found.size.months,
    policy,
    ...(found.behaviour === undefined ? {} : { behaviour: found.behaviour.says }),
    ...(note === undefined ? {} : { note }),
    forecasts: found.answers.flatMap((answer) => {
      const question = questions.get(answer.question);
      if (question === undefined) return [];
      const { probability, forecast, error, spread, runs } = answer;
      return [
        {
          question: question.id,
          text: question.text,
          by: question.by,
          rule: printRule(question.rule),
          probability,
          forecast,
          error,
          spread,
          runs,
        },
      ];
    }),
  };
}

function refuseBroken(file: string, { faults }: ReadRegistry): void {
  const [fault] = faults;
  if (fault === undefined) return;
  throw new TawazunError(
    "registry/broken",
    `Line ${fault.line} of "${file}" does not hold. ${fault.message} Nothing was added.`,
  );
}

function registered(file: string, line: string, registration: Registration): Outcome {
  const [entry] = [JSON.parse(line) as { readonly number: number; readonly hash: string }];
  const { forecasts, behaviour } = registration;
  const day = registration.registered.slice(0, 10);
  const isPast = forecasts.every(({ by }) => (readDate(by)?.last ?? Number.POSITIVE_INFINITY) < dayOf(day));
  return {
    code: 0,
    text: [
      tablePlain(
        table(
          `Registered at ${registration.registered}`,
          [
            { key: "question", name: "Id" },
            { key: "text", name: "Question", wide: true },
            { key: "by", name: "By" },
            { key: "probability", name: "Yes", unit: "probability", digits: 1 },
          ],
          forecasts.map(({ question, text, by, probability }) => ({ question, text, by, probability })),
        ),
        100,
      ),
      "",
      ...(behaviour === undefined ? [] : [behaviour]),
      ...(isPast
        ? [
            `Every deadline was past when this was registered, on ${day}: what came true could be known by then.`,
          ]
        : []),
      `Entry ${entry.number} of ${file}: ${forecasts.length} forecasts.`,
      `Hash ${entry.hash}`,
      "Note the hash where others can see it: with it, nobody can take the entry away unseen either.",
    ].join("\n"),
    json: { file, ...entry },
  };
}

function verify(file: string, { entries, faults }: ReadRegistry, head: string | undefined): Outcome {
  const lines = entries.map(
    (entry) =>
      `  ${entry.number}  ${entry.registered}  ${entry.case}  ${plural(entry.forecasts.length, "forecast")}  ${entry.hash.slice(0, 16)}…`,
  );
  const missing = head !== undefined && !entries.some((entry) => entry.hash.startsWith(head));
  const verdicts = [
    ...faults.map(
      ({ line, message }) =>
        `${file}:${line}: error: ${message} What stands from there on cannot be trusted.`,
    ),
    ...(missing
      ? [`${file}: error: no entry has the hash ${head}: entries were taken away, or it is another register.`]
      : []),
  ];
  const sound = verdicts.length === 0;
  return {
    code: sound ? 0 : 1,
    text: [
      ...lines,
      ...verdicts,
      sound
        ? entries.length === 0
          ? `${file}: there is no entry, so there is nothing to check. A register that had some has lost them.`
          : `${file}: ${plural(entries.length, "entry", "entries")}, and the chain holds from the first to the last.`
        : `${file}: the register does not hold.`,
    ].join("\n"),
    json: {
      file,
      sound,
      faults,
      headMissing: missing,
      entries: entries.map(({ forecasts, ...entry }) => ({ ...entry, forecasts: forecasts.length })),
    },
  };
}
