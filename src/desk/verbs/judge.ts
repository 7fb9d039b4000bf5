import * as z from "zod";
import { isoDate } from "../../base/index.ts";
import type { Question } from "../../case/index.ts";
import { readRegistry } from "../../forecast/index.ts";
import { number, percent, plural, table, tablePlain } from "../../show/index.ts";
import { endOf } from "../../simulate/index.ts";
import { hasErrors, openCase, openOutcomes, unusable } from "../open.ts";
import { beforeHorizon, monthsPlayed } from "../played-to.ts";
import { fewerInWords, sentencesOf } from "../report/alleged-causes.ts";
import { type Judging, judgingOf } from "../report/judging.ts";
import { isOutsideOnly } from "../report/outside-only.ts";
import { quantile, samplingError } from "../report/over-runs.ts";
import { registerOutcome } from "../report/register-outcome.ts";
import { recordedSignatures } from "../report/signatures.ts";
import { type Trust, trusted } from "../report/trust.ts";
import { scoreTable } from "../score-table.ts";
import { type Study, type StudyAnswer, study, type TrialVerdict } from "../study.ts";
import { verb } from "../verb.ts";
import { behaviourOf, fitOptions, recordOption, sizeOf, sizeOptions, trustOf } from "./size.ts";

export const judge = verb({
  id: "judge",
  summary: "answer the questions, try the claims, and score the answers where outcomes are known",
  details:
    "Each question gets a probability with its Monte Carlo error and its spread from uncertain inputs. Each causal claim is tried by taking its alleged cause away. Where the case has outcomes, the answers are scored beside plain baselines.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    ...recordOption,
    outcomes: z.boolean().default(true).meta({ description: "read outcomes.yaml and score" }),
    registered: z
      .string()
      .optional()
      .meta({ description: "play nothing: score the forecasts that this register holds of the case" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined || opened.folder === undefined) return unusable(path, opened);
    const { source } = opened;
    const { registered } = options;
    const resolved =
      options.outcomes || registered !== undefined ? openOutcomes(opened.folder, source) : undefined;
    if (resolved !== undefined && hasErrors(resolved.findings)) return unusable(path, resolved);
    if (registered !== undefined) {
      const register = readRegistry(await lent.readText(registered));
      return registerOutcome(registered, register, source, resolved?.outcomes ?? []);
    }
    const behaviour = await behaviourOf(lent, source, options);
    const trust = await trustOf(lent, source, options);
    const executor = lent.executor(options.workers);
    try {
      const found = await study(source, { ...sizeOf(options), keep: "answers" }, executor, lent, behaviour);
      const judging = judgingOf(found, resolved?.outcomes ?? [], resolved?.later, trust);
      const outcome = new Map((resolved?.outcomes ?? []).map((entry) => [entry.question, entry.outcome]));
      const asked = new Map(source.questions.map((question) => [question.id, question]));
      const answers = found.answers.map((answer) => ({
        id: answer.question,
        question: asked.get(answer.question)?.text ?? "",
        probability: answer.probability,
        ...correctedOf(answer, asked.get(answer.question), trust),
        error: samplingError(answer.probability, answer.error, answer.runs),
        spread: answer.spread,
        runs: answer.runs,
        outcome: outcome.get(answer.question),
      }));
      const claims = found.tried.map(({ experiment, effect: { low, high, ...effect }, verdict, parted }) => ({
        claim: experiment.claim.id,
        text: experiment.claim.text,
        sentence: sentencesOf(found, experiment.claim).trim(),
        audit: experiment.claim.audit.verdict,
        ...effect,
        // one draw of inputs alone gives no interval
        ...(Number.isFinite(low) && Number.isFinite(high) ? { low, high } : {}),
        verdict,
        parted,
      }));
      const { world } = found.stage;
      const beyond = found.answers.filter(({ until }) => until > endOf(world.start, options.months));
      return {
        code: found.stopped ? 130 : 0,
        text: [
          tablePlain(
            table(
              "Questions",
              [
                { key: "id", name: "Id" },
                { key: "question", name: "Question", wide: true },
                { key: "probability", name: "Yes", unit: "probability", digits: 0 },
                ...(trust === undefined
                  ? []
                  : [{ key: "corrected", name: "Corrected", unit: "probability", digits: 0 } as const]),
                { key: "error", name: "± sampling", unit: "probability", digits: 1 },
                { key: "spread", name: "± inputs", unit: "probability", digits: 0 },
                { key: "outcome", name: "Came true" },
              ],
              answers.map(({ outcome: came, ...row }) => ({
                ...row,
                outcome: came === undefined ? "" : came ? "yes" : "no",
              })),
            ),
            100,
          ),
          ...(beyond.length === 0
            ? []
            : [
                `Beyond the ${plural(options.months, "month")} of --months, and so answered from ${plural(beyond[0].runs, "longer future")} to ${isoDate(Math.min(beyond[0].until, world.end))}: ${beyond.map(({ question }) => question).join(", ")}.`,
              ]),
          ...(trust === undefined ? [] : [trust.says]),
          ...signatureLines(found, judging),
          ...(claims.length === 0 ? [] : ["", claimTable(claims), ...claimLines(found)]),
          ...(judging.cards.length === 0
            ? []
            : [
                "",
                tablePlain(scoreTable("Scores (lower is better; Brier 0…1)", "Forecaster", judging.cards)),
                ...judging.cards.flatMap(({ kind, name, note }) =>
                  kind === "hindsight" && note !== undefined ? [`${name}: ${note}`] : [],
                ),
              ]),
          "",
          `${plural(found.near.to - found.near.from, "future")} of ${monthsPlayed(world, options.months)}.`,
          ...beforeHorizon(world, options.months),
          `${number(found.runs)} futures in all, seed "${options.seed}".`,
        ].join("\n"),
        json: {
          seed: options.seed,
          stopped: found.stopped,
          runs: found.runs,
          answers,
          claims,
          scores: judging,
        },
      };
    } finally {
      await executor.close();
    }
  },
});

/** An answer as the record says that it should be taken. */
function correctedOf(
  { forecast }: StudyAnswer,
  question: Question | undefined,
  trust: Trust | undefined,
): { readonly corrected?: number } {
  if (trust === undefined || question === undefined) return {};
  return { corrected: trusted(forecast, isOutsideOnly(question.rule), trust) };
}

/** The most signatures against the head of government over the futures, and where the record's counts lie among them. */
function signatureLines(found: Study, judging: Judging): readonly string[] {
  const recorded = recordedSignatures(found, judging);
  if (recorded.length === 0) return [];
  const sorted = Float64Array.from(found.near.signatures).sort();
  const at = (part: number): string => number(quantile(sorted, part));
  return [
    "",
    `The most signatures against the head of government, future by future: median ${at(0.5)}, ${at(0.1)} to ${at(0.9)} in eight of ten, ${at(1)} at most; ${number(found.stage.world.quota)} are needed.`,
    ...recorded.map(
      ({ what, count, below }) =>
        `  In the record, ${what}: ${number(count)}; ${percent(below, 1)} of the futures stay below it.`,
    ),
  ];
}

/** What the verdicts mean that say nothing of a cause, and on how much the effects rest. */
function claimLines(found: Study): readonly string[] {
  const has = (verdict: TrialVerdict): boolean => found.tried.some((one) => one.verdict === verdict);
  return [
    ...(has("no-detectable-effect")
      ? [
          `"No detectable effect" says that this model shows none with these runs (${percent(0.95, 0)} interval across 0).`,
        ]
      : []),
    ...(has("not-reached")
      ? [
          '"Not reached" says that the outcome is the same in every pair of futures: nothing is learned of the cause.',
        ]
      : []),
    ...[fewerInWords(found).trim()].filter((said) => said !== ""),
  ];
}

/** What taking away each claim's alleged cause did. */
function claimTable(
  claims: readonly {
    readonly claim: string;
    readonly audit: string;
    readonly difference: number;
    readonly low?: number;
    readonly high?: number;
    readonly verdict: string;
  }[],
): string {
  return tablePlain(
    table(
      "Claims tried: effect of the alleged cause on the outcome, 95 % interval",
      [
        { key: "claim", name: "Claim", wide: true },
        { key: "audit", name: "Record" },
        { key: "difference", name: "Effect" },
        { key: "low", name: "from" },
        { key: "high", name: "to" },
        { key: "verdict", name: "In this model" },
      ],
      claims.map(({ claim, audit, difference, low = "", high = "", verdict }) => ({
        claim,
        audit: audit.replaceAll("-", " "),
        difference,
        low,
        high,
        verdict: verdict.replaceAll("-", " "),
      })),
    ),
    100,
  );
}
